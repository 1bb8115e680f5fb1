package app.lunaria.envelope;

import java.util.Arrays;

/**
 * A data key as its row holds it. Bytes of any length are taken, since they come from a database:
 * unwrapping refuses all but 40.
 */
public final class WrappedKey {
  private final byte[] bytes;

  private WrappedKey(byte[] bytes) {
    this.bytes = bytes;
  }

  public static WrappedKey of(byte[] stored) {
    return new WrappedKey(stored.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WrappedKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "‹WrappedKey›";
  }
}
