package app.lunaria.envelope;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * Seals a person's document under her data key so that it opens in its own place only.
 *
 * <pre>
 * sealed = header(10) salt(24) commitment(32) ciphertext tag(16)      82 + 512·2^n bytes
 * header = version u8 = 01, suite u8 = 01, dekId 8 bytes
 * </pre>
 *
 * Keys as {@link FieldKeys}, plaintext as {@link Padding}, place as {@link Binding} say.
 *
 * <p>A reader calls {@link #check} with the dekId of the row, looks the key row up, and calls
 * {@link #open} once it was found: so bytes that were tampered with are damaged even where the key
 * is gone. Documents are given back byte for byte. Safe for use by many threads; every call only
 * computes.
 */
public final class Envelope {
  private static final byte VERSION = 1;
  private static final byte SUITE = 1;
  private static final int HEADER = 2 + DekId.LENGTH;
  private static final int SALT = 24;
  private static final int COMMITMENT = 32;
  private static final int PREFIX = HEADER + SALT + COMMITMENT;

  private final SecureRandom random = new SecureRandom();

  /**
   * Seals a document under a salt of its own.
   *
   * @param document 0 to 1,048,572 bytes
   * @throws IllegalArgumentException if it is longer
   * @throws KeyUnavailableException if the key was destroyed
   */
  public Sealed seal(DataKey key, DekId dekId, Binding binding, byte[] document) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return seal(key, dekId, binding, document, salt);
  }

  /** For vectors only: a salt is drawn anew for each attempt. */
  Sealed seal(DataKey key, DekId dekId, Binding binding, byte[] document, byte[] salt) {
    byte[] plaintext = Padding.pad(document);
    byte[] sealed = new byte[PREFIX + plaintext.length + Gcm.TAG];
    byte[] header = header(dekId);
    try (FieldKeys keys = FieldKeys.derive(key, salt, header, binding)) {
      System.arraycopy(header, 0, sealed, 0, HEADER);
      System.arraycopy(salt, 0, sealed, HEADER, SALT);
      System.arraycopy(keys.commitment(), 0, sealed, HEADER + SALT, COMMITMENT);
      Gcm.seal(keys.key(), keys.iv(), plaintext, sealed, PREFIX);
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
    return Sealed.takeOwnershipOf(sealed);
  }

  /**
   * The first step of a reader, before it looks for the key row: length, version and suite, and the
   * header's dekId against the one in the row's column.
   *
   * @throws DamagedException if one of them is wrong
   */
  public void check(Sealed sealed, DekId ofTheRow) {
    byte[] bytes = sealed.inside();
    if (!Padding.isStep(bytes.length - PREFIX - Gcm.TAG)
        || !Arrays.equals(bytes, 0, HEADER, header(ofTheRow), 0, HEADER)) {
      throw damaged();
    }
  }

  /**
   * The second step, with the key that the look-up found: {@link #check} again, commitment, GCM and
   * padding, in this order.
   *
   * @throws DamagedException unless these bytes were sealed under this key for this binding
   * @throws KeyUnavailableException if the key was destroyed
   */
  public byte[] open(DataKey key, DekId dekId, Binding binding, Sealed sealed) {
    check(sealed, dekId);
    byte[] bytes = sealed.inside();
    byte[] salt = Arrays.copyOfRange(bytes, HEADER, HEADER + SALT);
    byte[] commitment = Arrays.copyOfRange(bytes, HEADER + SALT, PREFIX);
    try (FieldKeys keys = FieldKeys.derive(key, salt, header(dekId), binding)) {
      if (!MessageDigest.isEqual(commitment, keys.commitment())) {
        throw damaged();
      }
      return Gcm.open(keys.key(), keys.iv(), bytes, PREFIX)
          .flatMap(Envelope::unpadAndForget)
          .orElseThrow(Envelope::damaged);
    }
  }

  private static Optional<byte[]> unpadAndForget(byte[] plaintext) {
    try {
      return Padding.unpad(plaintext);
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  private static byte[] header(DekId dekId) {
    return Bytes.empty().raw(VERSION, SUITE).raw(dekId.bytes()).toArray();
  }

  private static DamagedException damaged() {
    return new DamagedException("a sealed document does not open in its row");
  }
}
