package app.lunaria.kit.logging;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes each record as one line to standard output, past whatever {@code System.out} has become.
 */
final class LineHandler extends Handler {
  private final OutputStream out;

  LineHandler() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  LineHandler(OutputStream out) {
    this.out = out;
    setFormatter(new LineFormatter());
    // What is finer is written by and for developers, and full of values.
    setLevel(Level.INFO);
  }

  @Override
  public synchronized void publish(LogRecord line) {
    if (isLoggable(line)) {
      try {
        out.write(getFormatter().format(line).getBytes(StandardCharsets.US_ASCII));
      } catch (IOException closed) {
        // Nobody reads any more; there is no other place to say it.
      }
    }
  }

  @Override
  public void flush() {
    // Each line is written at once.
  }

  @Override
  public void close() {
    // Standard output belongs to the process.
  }
}
