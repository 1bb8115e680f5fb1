package app.lunaria.envelope;

import app.lunaria.envelope.signature.Signatures;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/** Signs access tokens with PS256 (RFC 7518 section 3.5) under an RSA key of 3072 bits. */
public final class TokenKey {
  private static final int BITS = 3072;

  private final RSAPrivateCrtKey privateKey;
  private final RSAPublicKey publicKey;

  private TokenKey(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A new key as PKCS#8, to be wrapped by KMS. Takes some hundred milliseconds. */
  public static KeyMaterial newMaterial(Signatures signatures) {
    return KeyMaterial.takeOwnershipOf(signatures.drawRsaKey(BITS));
  }

  /**
   * Takes ownership of the material and destroys it: the key is inside from then on.
   *
   * @throws IllegalArgumentException unless it is an RSA key of 3072 bits in PKCS#8
   */
  public static TokenKey of(KeyMaterial pkcs8) {
    byte[] encoded = pkcs8.copyBytes();
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      if (rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded)) instanceof RSAPrivateCrtKey key
          && key.getModulus().bitLength() == BITS) {
        RSAPublicKeySpec open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return new TokenKey(key, (RSAPublicKey) rsa.generatePublic(open));
      }
      throw new IllegalArgumentException("a token key has 3072 bits");
    } catch (InvalidKeySpecException malformed) {
      // Without the cause: a parser's message may quote what it read.
      throw new IllegalArgumentException("a token key is an RSA key in PKCS#8");
    } catch (GeneralSecurityException missing) {
      throw withoutRsa(missing);
    } finally {
      Arrays.fill(encoded, (byte) 0);
      pkcs8.destroy();
    }
  }

  public byte[] signPs256(byte[] signingInput, Signatures signatures) {
    return signatures.signPs256(privateKey, signingInput);
  }

  public RSAPublicKey publicKey() {
    return publicKey;
  }

  private static IllegalStateException withoutRsa(GeneralSecurityException missing) {
    return new IllegalStateException("this Java has no RSA", missing);
  }

  @Override
  public String toString() {
    return "‹TokenKey›";
  }
}
