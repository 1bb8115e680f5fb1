package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.lunaria.envelope.signature.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.junit.jupiter.api.Test;

class TokenKeyTest {
  private static final byte[] INPUT = "header.payload".getBytes(StandardCharsets.US_ASCII);
  private static final Signatures SIGNATURES = Signatures.ofJdk();
  private static final KeyMaterial MATERIAL = TokenKey.newMaterial(SIGNATURES);

  @Test
  void aNewKeyHas3072BitsAndFitsIntoOneKmsCall() {
    TokenKey key = TokenKey.of(MATERIAL.copy());

    assertThat(key.publicKey().getModulus().bitLength()).isEqualTo(3072);
    assertThat(MATERIAL.length()).isLessThanOrEqualTo(4096);
  }

  @Test
  void aSignatureIsPssWithSha256AndASaltOf32Bytes() throws Exception {
    TokenKey key = TokenKey.of(MATERIAL.copy());

    byte[] signature = key.signPs256(INPUT, SIGNATURES);

    assertThat(signature).hasSize(384);
    assertThat(verifies(key.publicKey(), INPUT, signature, 32)).isTrue();
    assertThat(verifies(key.publicKey(), INPUT, signature, 20)).isFalse();
    assertThat(verifies(key.publicKey(), new byte[0], signature, 32)).isFalse();
    assertThat(
            verifies(
                TokenKey.of(TokenKey.newMaterial(SIGNATURES)).publicKey(), INPUT, signature, 32))
        .isFalse();
  }

  @Test
  void twoSignaturesOfOneInputDiffer() {
    TokenKey key = TokenKey.of(MATERIAL.copy());

    assertThat(key.signPs256(INPUT, SIGNATURES)).isNotEqualTo(key.signPs256(INPUT, SIGNATURES));
  }

  @Test
  void theMaterialIsDestroyedOnceTheKeyIsMade() {
    KeyMaterial material = MATERIAL.copy();

    TokenKey.of(material);

    assertThat(material).isNotEqualTo(MATERIAL);
  }

  @Test
  void anotherSizeOrAnotherKindIsRefused() throws Exception {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenKey.of(pkcs8("RSA", 2048)));
    assertThatIllegalArgumentException().isThrownBy(() -> TokenKey.of(pkcs8("EC", 256)));
    assertThatIllegalArgumentException().isThrownBy(() -> TokenKey.of(KeyMaterial.random(100)));
  }

  private static KeyMaterial pkcs8(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return KeyMaterial.takeOwnershipOf(generator.generateKeyPair().getPrivate().getEncoded());
  }

  private static boolean verifies(RSAPublicKey key, byte[] input, byte[] signature, int salt)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1));
    verifier.initVerify(key);
    verifier.update(input);
    return verifier.verify(signature);
  }
}
