package app.lunaria.envelope;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Which data key sealed something: 8 random bytes, never used again after the key. */
public final class DekId {
  static final int LENGTH = 8;

  private final byte[] bytes;

  private DekId(byte[] bytes) {
    this.bytes = bytes;
  }

  public static DekId of(byte[] bytes) {
    return new DekId(Bytes.copyOfExactly(LENGTH, bytes, "a dekId"));
  }

  public static DekId random() {
    byte[] fresh = new byte[LENGTH];
    new SecureRandom().nextBytes(fresh);
    return new DekId(fresh);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DekId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
