package app.lunaria.acceptance.inspector;

/**
 * The parts of a sealed value (envelope v1), each with the offset of one of its bytes; negative
 * counts from the end.
 */
public enum SealedPart {
  VERSION(0),
  SUITE(1),
  KEY_ID(5),
  SALT(20),
  COMMITMENT(50),
  CIPHERTEXT(100),
  TAG(-1);

  private final int offset;

  SealedPart(int offset) {
    this.offset = offset;
  }

  public int in(int length) {
    return offset < 0 ? length + offset : offset;
  }

  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
