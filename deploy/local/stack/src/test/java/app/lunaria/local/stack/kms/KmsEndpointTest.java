package app.lunaria.local.stack.kms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.stack.client.Account;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsInternalException;

/** Each operation, asked by the real AWS SDK. */
class KmsEndpointTest extends EndpointGround {
  @Test
  void aCreatedKeyIsDescribedByIdAndByArn() {
    String id = key.substring(key.lastIndexOf('/') + 1);

    var byId = kms.primary().describeKey(r -> r.keyId(id)).join().keyMetadata();
    var byArn = kms.primary().describeKey(r -> r.keyId(key)).join().keyMetadata();

    assertThat(byId).isEqualTo(byArn);
    assertThat(byArn.arn()).startsWith("arn:aws:kms:eu-central-1:111111111111:key/");
    assertThat(byArn.awsAccountId()).isEqualTo("111111111111");
    assertThat(byArn.description()).isEqualTo("of tests");
    assertThat(byArn.keyState()).isEqualTo(KeyState.ENABLED);
    assertThat(byArn.keySpec()).isEqualTo(KeySpec.SYMMETRIC_DEFAULT);
    assertThat(byArn.creationDate()).isNotNull();
  }

  @Test
  void whatIsEncryptedDecryptsWithTheSameContextAndNoOther() {
    SdkBytes sealed = encrypt(CONTEXT);

    assertThat(decrypt(sealed, CONTEXT).join()).isEqualTo(WORDS);
    assertThat(new String(sealed.asByteArray(), ISO_8859_1)).doesNotContain(WORDS.asUtf8String());
    assertRefusal(decrypt(sealed, Map.of("service", "user", "env", "prod")))
        .isInstanceOf(InvalidCiphertextException.class);
    assertRefusal(decrypt(sealed, Map.of("service", "user")))
        .isInstanceOf(InvalidCiphertextException.class);
    assertRefusal(decrypt(sealed, Map.of())).isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void aContextIsBoundByItsMembersAndNotByTheirConcatenation() {
    SdkBytes sealed = encrypt(Map.of("a", "bc"));

    assertRefusal(decrypt(sealed, Map.of("ab", "c")))
        .isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void theOldBlockingClientIsServedAsWell() {
    try (KmsClient sync = kms.sync(EndpointUnderTest.CREDENTIALS.get(Account.PRIMARY))) {
      SdkBytes sealed = sync.encrypt(r -> r.keyId(key).plaintext(WORDS)).ciphertextBlob();

      assertThat(sync.decrypt(r -> r.ciphertextBlob(sealed)).plaintext()).isEqualTo(WORDS);
    }
  }

  @Test
  void aDataKeyHasTheLengthAskedForAndDecryptsToItself() {
    var bySpec =
        kms.primary()
            .generateDataKey(
                r -> r.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT))
            .join();
    var byNumber = kms.primary().generateDataKey(r -> r.keyId(key).numberOfBytes(1024)).join();

    assertThat(bySpec.plaintext().asByteArray()).hasSize(32);
    assertThat(byNumber.plaintext().asByteArray()).hasSize(1024);
    assertThat(decrypt(bySpec.ciphertextBlob(), CONTEXT).join()).isEqualTo(bySpec.plaintext());
  }

  @Test
  void aDisabledKeyDoesNothingUntilItIsEnabled() {
    SdkBytes sealed = encrypt(CONTEXT);
    kms.primary().disableKey(r -> r.keyId(key)).join();

    assertRefusal(decrypt(sealed, CONTEXT)).isInstanceOf(DisabledException.class);
    assertRefusal(kms.primary().encrypt(r -> r.keyId(key).plaintext(WORDS)))
        .isInstanceOf(DisabledException.class);
    assertRefusal(kms.primary().generateDataKey(r -> r.keyId(key).numberOfBytes(32)))
        .isInstanceOf(DisabledException.class);

    kms.primary().enableKey(r -> r.keyId(key)).join();
    assertThat(decrypt(sealed, CONTEXT).join()).isEqualTo(WORDS);
  }

  @Test
  void theLimitsAreThoseOfKms() {
    SdkBytes most = SdkBytes.fromByteArray(new byte[4096]);
    SdkBytes tooMuch = SdkBytes.fromByteArray(new byte[4097]);
    Map<String, String> longest = Map.of("k", "v".repeat(8191));
    Map<String, String> tooLong = Map.of("k", "v".repeat(8192));

    SdkBytes sealed =
        kms.primary()
            .encrypt(r -> r.keyId(key).plaintext(most).encryptionContext(longest))
            .join()
            .ciphertextBlob();

    assertThat(decrypt(sealed, longest).join()).isEqualTo(most);
    assertCode(kms.primary().encrypt(r -> r.keyId(key).plaintext(tooMuch)), "ValidationException");
    assertCode(
        kms.primary().encrypt(r -> r.keyId(key).plaintext(WORDS).encryptionContext(tooLong)),
        "ValidationException");
    assertCode(
        kms.primary().encrypt(r -> r.keyId(key).plaintext(SdkBytes.fromByteArray(new byte[0]))),
        "ValidationException");
  }

  @Test
  void whileAwayItAnswers503AndIsBackAfterwards() {
    kms.endpoint().setAway(true);

    assertRefusal(kms.primary().describeKey(r -> r.keyId(key)))
        .isInstanceOfSatisfying(
            KmsInternalException.class, e -> assertThat(e.statusCode()).isEqualTo(503));

    kms.endpoint().setAway(false);
    assertThat(kms.primary().describeKey(r -> r.keyId(key)).join().keyMetadata().arn())
        .isEqualTo(key);
  }

  @Test
  void keysOutliveTheEndpointInAFileOfTheOwnerAlone() throws Exception {
    SdkBytes sealed = encrypt(CONTEXT);
    kms.primary().disableKey(r -> r.keyId(key)).join();

    kms.restart();

    assertRefusal(decrypt(sealed, CONTEXT)).isInstanceOf(DisabledException.class);
    kms.primary().enableKey(r -> r.keyId(key)).join();
    assertThat(decrypt(sealed, CONTEXT).join()).isEqualTo(WORDS);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("kms.json"))))
        .isEqualTo("rw-------");
  }
}
