package app.lunaria.envelope;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF with SHA-256 (RFC 5869). */
final class Hkdf {
  private static final int HASH_LENGTH = 32;

  private Hkdf() {}

  /**
   * @param salt empty stands for 32 zero bytes, as in RFC 5869 section 2.2
   * @throws IllegalArgumentException if more than 255 · 32 bytes are asked for
   */
  static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .addSalt(salt.length == 0 ? new byte[HASH_LENGTH] : salt)
                  .thenExpand(info, length));
    } catch (InvalidAlgorithmParameterException tooLong) {
      throw new IllegalArgumentException("HKDF gives at most 8,160 bytes", tooLong);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HKDF", missing);
    }
  }
}
