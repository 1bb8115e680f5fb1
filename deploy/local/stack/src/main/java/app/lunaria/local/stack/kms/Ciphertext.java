package app.lunaria.local.stack.kms;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Encrypt gives and Decrypt takes.
 *
 * <pre>
 * blob   = header sealed
 * header = version:u8(=1) key-id:16 nonce:12
 * sealed = AES-256-GCM(material, nonce, aad = header ‖ encryption context, plaintext)
 * </pre>
 */
record Ciphertext(UUID keyId, byte[] header, byte[] sealed) {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int HEADER = 1 + 16 + NONCE;
  private static final int TAG = 16;

  static byte[] seal(
      UUID keyId,
      byte[] material,
      EncryptionContext context,
      byte[] plaintext,
      SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .put(VERSION)
            .putLong(keyId.getMostSignificantBits())
            .putLong(keyId.getLeastSignificantBits())
            .put(nonce)
            .array();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, material, header, context).doFinal(plaintext);
      return ByteBuffer.allocate(HEADER + sealed.length).put(header).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** Reads the outer form; empty for bytes that no {@link #seal} has written. */
  static Optional<Ciphertext> parse(byte[] blob) {
    if (blob.length < HEADER + TAG || blob[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(blob);
    byte[] header = new byte[HEADER];
    byte[] sealed = new byte[blob.length - HEADER];
    in.get(header).get(sealed);
    ByteBuffer parts = ByteBuffer.wrap(header, 1, 16);
    return Optional.of(new Ciphertext(new UUID(parts.getLong(), parts.getLong()), header, sealed));
  }

  /** The plaintext; empty when a bit of the blob or of the context is another one. */
  Optional<byte[]> open(byte[] material, EncryptionContext context) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, material, header, context).doFinal(sealed));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] material, byte[] header, EncryptionContext context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(material, "AES"),
        new GCMParameterSpec(TAG * 8, header, HEADER - NONCE, NONCE));
    cipher.updateAAD(header);
    cipher.updateAAD(context.bytes());
    return cipher;
  }
}
