package app.lunaria.envelope;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hides the length of a document but for its step:
 *
 * <pre>
 * padded = u32 length, document, zeros: together 512·2^n bytes, n from 0 to 11, the least that fits
 * </pre>
 */
final class Padding {
  static final int MAX_DOCUMENT = 1_048_572;

  private static final int LENGTH = 4;
  private static final int SMALLEST = 512;
  private static final int LARGEST = SMALLEST << 11;

  private Padding() {}

  static boolean isStep(int size) {
    return size >= SMALLEST && size <= LARGEST && Integer.bitCount(size) == 1;
  }

  static byte[] pad(byte[] document) {
    if (document.length > MAX_DOCUMENT) {
      throw new IllegalArgumentException("a document has at most 1,048,572 bytes");
    }
    byte[] padded = new byte[stepFor(document.length)];
    ByteBuffer.wrap(padded).putInt(document.length).put(document);
    return padded;
  }

  /** The document, or nothing unless {@link #pad} gives exactly these bytes for it. */
  static Optional<byte[]> unpad(byte[] padded) {
    int length = ByteBuffer.wrap(padded).getInt();
    if (length < 0 || length > padded.length - LENGTH || stepFor(length) != padded.length) {
      return Optional.empty();
    }
    int rest = 0;
    for (int i = LENGTH + length; i < padded.length; i++) {
      rest |= padded[i];
    }
    return rest == 0
        ? Optional.of(Arrays.copyOfRange(padded, LENGTH, LENGTH + length))
        : Optional.empty();
  }

  private static int stepFor(int length) {
    int needed = Math.max(SMALLEST, LENGTH + length);
    return Integer.highestOneBit(needed - 1) << 1;
  }
}
