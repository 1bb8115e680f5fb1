package app.lunaria.acceptance.inspector.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds needles in a stream, whatever the case of their ASCII letters, in one pass: only where two
 * bytes in a row begin some needle is anything compared.
 */
public final class ByteSearch {
  private static final int BUFFER = 1 << 16;

  private final List<List<Needle>> byFirstTwo = new ArrayList<>();
  private final int longest;

  public ByteSearch(List<Needle> needles) {
    for (int i = 0; i < 1 << 16; i++) {
      byFirstTwo.add(List.of());
    }
    int max = 0;
    for (Needle needle : needles) {
      byte[] folded = folded(needle.bytes());
      Needle lower = new Needle(needle.word(), needle.spelling(), folded);
      int first = firstTwo(folded, 0);
      List<Needle> longer = new ArrayList<>(byFirstTwo.get(first));
      longer.add(lower);
      byFirstTwo.set(first, longer);
      max = Math.max(max, folded.length);
    }
    longest = max;
  }

  /** Each needle that occurs, once. */
  public Set<Needle> in(InputStream haystack) throws IOException {
    Set<Needle> found = new LinkedHashSet<>();
    byte[] window = new byte[BUFFER + longest];
    int kept = 0;
    int read = haystack.readNBytes(window, kept, BUFFER);
    while (read > 0) {
      int length = kept + read;
      fold(window, kept, length);
      scan(window, length, found);
      int tail = Math.min(length, Math.max(0, longest - 1));
      System.arraycopy(window, length - tail, window, 0, tail);
      kept = tail;
      read = haystack.readNBytes(window, kept, BUFFER);
    }
    return found;
  }

  private void scan(byte[] window, int length, Set<Needle> found) {
    for (int at = 0; at + 1 < length; at++) {
      List<Needle> candidates = byFirstTwo.get(firstTwo(window, at));
      if (!candidates.isEmpty()) {
        compare(window, at, length, candidates, found);
      }
    }
  }

  private static void compare(
      byte[] window, int at, int length, List<Needle> candidates, Set<Needle> found) {
    for (Needle needle : candidates) {
      int end = at + needle.bytes().length;
      if (end <= length && Arrays.equals(window, at, end, needle.bytes(), 0, end - at)) {
        found.add(needle);
      }
    }
  }

  private static int firstTwo(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  private static byte[] folded(byte[] bytes) {
    byte[] copy = bytes.clone();
    fold(copy, 0, copy.length);
    return copy;
  }

  private static void fold(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
        bytes[i] += 'a' - 'A';
      }
    }
  }
}
