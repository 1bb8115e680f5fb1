package app.lunaria.envelope;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 key wrap with padding (RFC 5649) of 32-byte keys and nothing else. */
final class Kwp {
  static final int WRAPPED = 40;
  private static final int KEY = 32;

  private Kwp() {}

  static byte[] wrap(byte[] wrappingKey, byte[] key) {
    if (key.length != KEY) {
      throw new IllegalArgumentException("only 32-byte keys are wrapped");
    }
    try {
      return cipher(Cipher.ENCRYPT_MODE, wrappingKey).doFinal(key);
    } catch (GeneralSecurityException missing) {
      throw withoutKwp(missing);
    }
  }

  /** The key, or nothing unless 40 bytes came in, verified and gave 32. */
  static Optional<byte[]> unwrap(byte[] wrappingKey, byte[] wrapped) {
    if (wrapped.length != WRAPPED) {
      return Optional.empty();
    }
    try {
      byte[] key = cipher(Cipher.DECRYPT_MODE, wrappingKey).doFinal(wrapped);
      if (key.length == KEY) {
        return Optional.of(key);
      }
      Arrays.fill(key, (byte) 0);
      return Optional.empty();
    } catch (BadPaddingException | IllegalBlockSizeException damaged) {
      return Optional.empty();
    } catch (GeneralSecurityException missing) {
      throw withoutKwp(missing);
    }
  }

  private static Cipher cipher(int mode, byte[] wrappingKey) throws GeneralSecurityException {
    if (wrappingKey.length != KEY) {
      throw new IllegalArgumentException("only 32-byte keys wrap");
    }
    Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
    cipher.init(mode, new SecretKeySpec(wrappingKey, "AES"));
    return cipher;
  }

  private static IllegalStateException withoutKwp(GeneralSecurityException missing) {
    return new IllegalStateException("this Java has no AES key wrap with padding", missing);
  }
}
