package app.lunaria.acceptance.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.lunaria.acceptance.client.transport.Header;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;

/**
 * As much of HPACK (RFC 7541) as a client needs that keeps no table: it writes each field as a
 * literal, and reads the status, which stands first in an answer.
 */
final class Hpack {
  private static final int[] STATUS = {200, 204, 206, 304, 400, 404, 500};
  private static final int FIRST_STATUS = 8;
  private static final int LAST_STATUS = 14;

  /** The ten digits in the code of appendix B, as texts of bits. */
  private static final String[] DIGITS = {
    "00000", "00001", "00010", "011001", "011010", "011011", "011100", "011101", "011110", "011111"
  };

  private Hpack() {}

  /** Literal fields without indexing (section 6.2.2), not compressed. */
  static byte[] encode(List<Header> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Header field : fields) {
      out.write(0);
      text(out, field.name());
      text(out, field.value());
    }
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    integer(out, bytes.length);
    out.writeBytes(bytes);
  }

  /** An integer with a prefix of seven bits (section 5.1). */
  private static void integer(ByteArrayOutputStream out, int value) {
    if (value < 0x7f) {
      out.write(value);
      return;
    }
    out.write(0x7f);
    int rest = value - 0x7f;
    while (rest >= 0x80) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** The status that a header block begins with; empty when it does not. */
  static OptionalInt status(byte[] block) {
    int at = 0;
    while (at < block.length && (block[at] & 0xe0) == 0x20) {
      at = afterTableSize(block, at);
    }
    if (at >= block.length) {
      return OptionalInt.empty();
    }
    int first = block[at] & 0xff;
    int index = first & 0x7f;
    if (first >= 0x80 && index >= FIRST_STATUS && index <= LAST_STATUS) {
      return OptionalInt.of(STATUS[index - FIRST_STATUS]);
    }
    boolean named =
        (first & 0xc0) == 0x40 ? inStatus(first & 0x3f) : first < 0x20 && inStatus(first & 0x0f);
    return named && at + 1 < block.length ? literal(block, at + 1) : OptionalInt.empty();
  }

  /** Past a change of the table's size (section 6.3), which is nothing to us. */
  private static int afterTableSize(byte[] block, int at) {
    int next = at + 1;
    if ((block[at] & 0x1f) == 0x1f) {
      while (next < block.length && (block[next] & 0x80) != 0) {
        next++;
      }
      next++;
    }
    return next;
  }

  private static boolean inStatus(int index) {
    return index >= FIRST_STATUS && index <= LAST_STATUS;
  }

  private static OptionalInt literal(byte[] block, int at) {
    int length = block[at] & 0x7f;
    if (at + 1 + length > block.length) {
      return OptionalInt.empty();
    }
    boolean compressed = (block[at] & 0x80) != 0;
    String text =
        compressed ? digits(block, at + 1, length) : new String(block, at + 1, length, ISO_8859_1);
    return text.matches("[1-5]\\d\\d")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private static String digits(byte[] block, int from, int length) {
    StringBuilder bits = new StringBuilder();
    for (int i = from; i < from + length; i++) {
      bits.append(Integer.toBinaryString(block[i] & 0xff | 0x100).substring(1));
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    int found = digit(bits, at);
    while (found >= 0) {
      text.append(found);
      at += DIGITS[found].length();
      found = digit(bits, at);
    }
    return text.toString();
  }

  private static int digit(StringBuilder bits, int at) {
    for (int digit = 0; digit < DIGITS.length; digit++) {
      if (bits.length() - at >= DIGITS[digit].length()
          && bits.substring(at, at + DIGITS[digit].length()).equals(DIGITS[digit])) {
        return digit;
      }
    }
    return -1;
  }
}
