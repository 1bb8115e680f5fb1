package app.lunaria.envelope;

import java.util.Arrays;

/** A sealed document as a row stores it; whatever the database gave, until it is opened. */
public final class Sealed {
  private final byte[] bytes;

  private Sealed(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Sealed of(byte[] stored) {
    return new Sealed(stored.clone());
  }

  static Sealed takeOwnershipOf(byte[] fresh) {
    return new Sealed(fresh);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The array itself, for reading inside the envelope. */
  byte[] inside() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sealed that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "‹Sealed, " + bytes.length + " bytes›";
  }
}
