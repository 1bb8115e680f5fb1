package app.lunaria.envelope;

import java.util.Arrays;

/**
 * A person as one service knows her: a pairwise pseudonym of 32 bytes, as text base64url of 43
 * characters. Two services hold different ones of the same person. May stand in logs.
 */
public final class SubjectId {
  private static final int SHARDS = 16;

  private final byte[] bytes;

  private SubjectId(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * From its bytes.
   *
   * @throws IllegalArgumentException unless 32 bytes, not all of them zero
   */
  public static SubjectId of(byte[] bytes) {
    byte[] copy = Bytes.copyOfExactly(32, bytes, "a subject");
    if (Arrays.equals(copy, new byte[32])) {
      throw new IllegalArgumentException("the zero subject is no person");
    }
    return new SubjectId(copy);
  }

  /**
   * From its text.
   *
   * @throws MalformedBase64UrlException if the text is no base64url
   * @throws IllegalArgumentException if its bytes are no subject
   */
  public static SubjectId parse(String text) {
    return of(Base64Url.decode(text));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String text() {
    return Base64Url.encode(bytes);
  }

  /** Which of the 16 key-encryption keys of an epoch wraps her key: always computed, 0 to 15. */
  public int shard() {
    return bytes[0] & (SHARDS - 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SubjectId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
