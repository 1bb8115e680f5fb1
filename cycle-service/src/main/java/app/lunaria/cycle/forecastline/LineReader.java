package app.lunaria.cycle.forecastline;

import java.io.ByteArrayOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream of bytes into lines, none of which can fill the memory. */
final class LineReader {
  /** In bytes, without its end. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final Flushable answers;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;

  /**
   * @param answers flushed before waiting for more input, so that who sends a line and waits sees
   *     what was answered
   */
  LineReader(InputStream in, Flushable answers) {
    this.in = in;
    this.answers = answers;
  }

  /**
   * The next line without its end; of one that is too long the first {@link #LONGEST} bytes and one
   * more. Empty at the end of the input; a last line needs no end.
   */
  Optional<byte[]> next() throws IOException {
    if (position == end && !fill()) {
      return Optional.empty();
    }
    line.reset();
    boolean ended = takeToEndOfLine();
    while (!ended && fill()) {
      ended = takeToEndOfLine();
    }
    return Optional.of(line.toByteArray());
  }

  private boolean fill() throws IOException {
    answers.flush();
    position = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private boolean takeToEndOfLine() {
    int from = position;
    while (position < end && buffer[position] != '\n') {
      position++;
    }
    line.write(buffer, from, Math.min(position - from, LONGEST + 1 - line.size()));
    boolean ended = position < end;
    position += ended ? 1 : 0;
    return ended;
  }
}
