package app.lunaria.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Builds the bytes of our formats, integers big-endian:
 *
 * <pre>
 * lp(x)  = u16 length ‖ x           refused when it does not fit, never cut
 * L("x") = lp("lunaria/x/v1")       begins every derivation, MAC and hash of ours
 * </pre>
 */
final class Bytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

  private Bytes() {}

  static Bytes label(String name) {
    return new Bytes().lp("lunaria/" + name + "/v1");
  }

  static Bytes empty() {
    return new Bytes();
  }

  Bytes raw(byte... some) {
    bytes.writeBytes(some);
    return this;
  }

  Bytes u16(int value) {
    if (value < 0 || value > 0xffff) {
      throw new IllegalArgumentException("does not fit into 16 bits");
    }
    bytes.write(value >>> 8);
    bytes.write(value);
    return this;
  }

  /** All 32 bits of the value: a negative one stands for those from 2^31. */
  Bytes u32(int value) {
    return u16(value >>> 16).u16(value & 0xffff);
  }

  Bytes lp(byte[] some) {
    return u16(some.length).raw(some);
  }

  Bytes lp(String text) {
    return lp(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }

  /** A copy of bytes that must be so many. */
  static byte[] copyOfExactly(int length, byte[] some, String what) {
    if (some.length != length) {
      throw new IllegalArgumentException(what + " has " + length + " bytes");
    }
    return some.clone();
  }
}
