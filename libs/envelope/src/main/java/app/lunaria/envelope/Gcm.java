package app.lunaria.envelope;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D) with 12-byte IV, empty AAD and the 16-byte tag behind the text. */
final class Gcm {
  static final int KEY = 32;
  static final int IV = 12;
  static final int TAG = 16;

  private Gcm() {}

  /** Writes {@code plaintext.length + 16} bytes into {@code out} from {@code offset}. */
  static void seal(byte[] key, byte[] iv, byte[] plaintext, byte[] out, int offset) {
    try {
      cipher(Cipher.ENCRYPT_MODE, key, iv).doFinal(plaintext, 0, plaintext.length, out, offset);
    } catch (GeneralSecurityException missing) {
      throw withoutGcm(missing);
    }
  }

  /**
   * The plaintext of what stands in {@code in} from {@code offset}; nothing if it does not verify.
   */
  static Optional<byte[]> open(byte[] key, byte[] iv, byte[] in, int offset) {
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, iv).doFinal(in, offset, in.length - offset));
    } catch (AEADBadTagException damaged) {
      return Optional.empty();
    } catch (GeneralSecurityException missing) {
      throw withoutGcm(missing);
    }
  }

  // A fresh cipher each time: it costs 0.6 µs and shares nothing between threads.
  private static Cipher cipher(int mode, byte[] key, byte[] iv) throws GeneralSecurityException {
    if (key.length != KEY || iv.length != IV) {
      throw new IllegalArgumentException("only 32-byte keys and 12-byte IVs");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, iv));
    return cipher;
  }

  private static IllegalStateException withoutGcm(GeneralSecurityException missing) {
    return new IllegalStateException("this Java has no AES-256-GCM", missing);
  }
}
