package app.lunaria.local.stack.kms;

import app.lunaria.local.stack.client.AccountCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DryRunOperationException;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.InvalidGrantTokenException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.TagException;
import software.amazon.awssdk.services.kms.model.UnsupportedOperationException;

/** Each refusal, as the real AWS SDK reads it. */
class KmsRefusalsTest extends EndpointGround {
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
}
