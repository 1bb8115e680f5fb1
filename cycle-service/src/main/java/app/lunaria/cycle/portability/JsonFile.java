package app.lunaria.cycle.portability;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file as JSON (RFC 8259) in UTF-8, with or without a byte order mark, since exporters write one;
 * at most 16 levels deep. It is parsed as it is decoded, never held as a text.
 */
final class JsonFile {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** Names are not interned or kept: a file chooses them. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
          .build();

  private final byte[] bytes;
  private final int start;
  private final Reader text;

  JsonFile(byte[] bytes) {
    this.bytes = bytes;
    this.start = Arrays.mismatch(bytes, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? 3 : 0;
    // As text: from bytes the parser would also guess UTF-16 and UTF-32.
    this.text =
        new InputStreamReader(
            new ByteArrayInputStream(bytes, start, bytes.length - start),
            StandardCharsets.UTF_8.newDecoder());
  }

  JsonParser parser() throws IOException {
    return JSON.createParser(text);
  }

  /** Whether it begins as an array or an object does; other values are nobody's export. */
  boolean beginsLikeOne() {
    int first = start;
    while (first < bytes.length && " \t\r\n".indexOf(bytes[first]) >= 0) {
      first++;
    }
    return first < bytes.length && (bytes[first] == '[' || bytes[first] == '{');
  }

  /** Whether its last byte is not the last of a character. */
  boolean endsInsideCharacter() {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      byte last = bytes[bytes.length - back];
      int leadingOnes = Integer.numberOfLeadingZeros(~last) - 24;
      if (leadingOnes != 1) {
        return leadingOnes > back;
      }
    }
    return false;
  }

  /**
   * Whether the parser failed because the file ends inside a word or a number, which it takes for a
   * wrong one.
   */
  boolean endsInsideWord(JsonParser failed) throws IOException {
    return !failed.getParsingContext().inRoot()
        && failed.releaseBuffered(Writer.nullWriter()) <= 0
        && text.read() < 0
        && "]}".indexOf(bytes[bytes.length - 1]) < 0;
  }
}
