package app.lunaria.local.stack.kms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.AccountCredentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.DryRunOperationException;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.InvalidGrantTokenException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInternalException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.TagException;
import software.amazon.awssdk.services.kms.model.UnsupportedOperationException;

/** Each operation and each refusal, asked by the real AWS SDK. */
class KmsEndpointTest {
  private static final SdkBytes WORDS = SdkBytes.fromUtf8String("what a person told us");
  private static final Map<String, String> CONTEXT = Map.of("service", "user", "env", "test");

  @TempDir static Path folder;
  private static EndpointUnderTest kms;
  private String key;

  @BeforeAll
  static void start() throws Exception {
    kms = new EndpointUnderTest(folder.resolve("kms.json"));
  }

  @AfterAll
  static void stop() {
    kms.close();
  }

  @BeforeEach
  void makeAKey() {
    key = kms.primary().createKey(r -> r.description("of tests")).join().keyMetadata().arn();
  }

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

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1025})
  void aDataKeyOfAnotherLengthIsRefused(int length) {
    assertCode(
        kms.primary().generateDataKey(r -> r.keyId(key).numberOfBytes(length)),
        "ValidationException");
  }

  @Test
  void aDataKeyNeedsASpecOrALengthAndNotBoth() {
    assertCode(kms.primary().generateDataKey(r -> r.keyId(key)), "ValidationException");
    assertCode(
        kms.primary()
            .generateDataKey(r -> r.keyId(key).keySpec(DataKeySpec.AES_128).numberOfBytes(16)),
        "ValidationException");
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
  void anotherAccountsKeyIsRefusedHoweverItIsNamed() {
    SdkBytes sealed = encrypt(CONTEXT);
    String id = key.substring(key.lastIndexOf('/') + 1);

    assertCode(kms.backup().describeKey(r -> r.keyId(key)), "AccessDeniedException");
    assertCode(kms.backup().encrypt(r -> r.keyId(key).plaintext(WORDS)), "AccessDeniedException");
    assertCode(
        kms.backup().decrypt(r -> r.ciphertextBlob(sealed).encryptionContext(CONTEXT)),
        "AccessDeniedException");
    assertRefusal(kms.backup().describeKey(r -> r.keyId(id))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aKeyThatIsNotThereIsNotFound() {
    for (String name :
        new String[] {
          "00000000-0000-4000-8000-000000000000",
          "alias/user",
          "nonsense",
          "arn:aws:kms:eu-west-1:111111111111:key/" + key.substring(key.lastIndexOf('/') + 1)
        }) {
      assertRefusal(kms.primary().describeKey(r -> r.keyId(name)))
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void aCiphertextOfAnotherKeyThanTheNamedIsRefused() {
    SdkBytes sealed = encrypt(CONTEXT);
    String other = kms.primary().createKey().join().keyMetadata().arn();

    assertRefusal(
            kms.primary()
                .decrypt(r -> r.keyId(other).ciphertextBlob(sealed).encryptionContext(CONTEXT)))
        .isInstanceOf(IncorrectKeyException.class);
  }

  @Test
  void aCiphertextWithAnyBitFlippedIsRefused() {
    byte[] sealed = encrypt(CONTEXT).asByteArray();

    for (int i = 0; i < sealed.length; i++) {
      byte[] damaged = sealed.clone();
      damaged[i] ^= 4;
      assertRefusal(decrypt(SdkBytes.fromByteArray(damaged), CONTEXT))
          .isInstanceOf(InvalidCiphertextException.class);
    }
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
  void whatIsNotPlayedHereIsRefusedAndNotLeftOut() {
    assertRefusal(kms.primary().createKey(r -> r.keySpec(KeySpec.ECC_NIST_P256)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertRefusal(kms.primary().createKey(r -> r.policy("{}")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertRefusal(kms.primary().createKey(r -> r.multiRegion(true)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertRefusal(
            kms.primary()
                .createKey(
                    r ->
                        r.tags(t -> t.tagKey("a").tagValue("b"), t -> t.tagKey("a").tagValue("c"))))
        .isInstanceOf(TagException.class);
    assertRefusal(kms.primary().describeKey(r -> r.keyId(key).grantTokens("token")))
        .isInstanceOf(InvalidGrantTokenException.class);
    assertRefusal(kms.primary().encrypt(r -> r.keyId(key).plaintext(WORDS).dryRun(true)))
        .isInstanceOf(DryRunOperationException.class);
  }

  @Test
  void everyOtherOperationIsUnknown() {
    assertCode(kms.primary().listKeys(), "UnknownOperationException");
    assertCode(kms.primary().listAliases(), "UnknownOperationException");
    assertCode(kms.primary().scheduleKeyDeletion(r -> r.keyId(key)), "UnknownOperationException");
    assertCode(
        kms.primary().generateMac(r -> r.keyId(key).message(WORDS).macAlgorithm("HMAC_SHA_256")),
        "UnknownOperationException");
  }

  @Test
  void anUnknownCallerAndAWrongSecretAreRefused() {
    try (var stranger = kms.async(new AccountCredentials("local-stranger", "first-secret"));
        var forger = kms.async(new AccountCredentials("local-primary", "second-secret"))) {
      assertCode(stranger.describeKey(r -> r.keyId(key)), "UnrecognizedClientException");
      assertCode(forger.describeKey(r -> r.keyId(key)), "InvalidSignatureException");
    }
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

  private SdkBytes encrypt(Map<String, String> context) {
    return kms.primary()
        .encrypt(r -> r.keyId(key).plaintext(WORDS).encryptionContext(context))
        .join()
        .ciphertextBlob();
  }

  private CompletableFuture<SdkBytes> decrypt(SdkBytes sealed, Map<String, String> context) {
    return kms.primary()
        .decrypt(r -> r.ciphertextBlob(sealed).encryptionContext(context))
        .thenApply(answer -> answer.plaintext());
  }

  private static AbstractThrowableAssert<?, ?> assertRefusal(CompletableFuture<?> answer) {
    return assertThatThrownBy(answer::join).isInstanceOf(CompletionException.class).cause();
  }

  private static void assertCode(CompletableFuture<?> answer, String code) {
    assertRefusal(answer)
        .isInstanceOfSatisfying(
            KmsException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }
}
