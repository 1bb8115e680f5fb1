package app.lunaria.testkit.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a program says on standard output. The test framework passes it on line by line to this
 * process's own, which is listened to here, and goes on as before.
 */
public final class ProgramOutput {
  private static final ByteArrayOutputStream HEARD = new ByteArrayOutputStream();
  private static boolean listening;

  private ProgramOutput() {}

  /** From now on; asked again, it goes on. */
  public static synchronized void listen() {
    if (!listening) {
      listening = true;
      System.setOut(new PrintStream(new Both(System.out), true, StandardCharsets.UTF_8));
    }
  }

  /** The lines so far that a program of ours logs. */
  public static List<String> logLines() {
    synchronized (HEARD) {
      return HEARD
          .toString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("{"))
          .toList();
    }
  }

  private static final class Both extends OutputStream {
    private final PrintStream before;

    Both(PrintStream before) {
      this.before = before;
    }

    @Override
    public void write(int next) {
      synchronized (HEARD) {
        HEARD.write(next);
      }
      before.write(next);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      synchronized (HEARD) {
        HEARD.write(bytes, from, length);
      }
      before.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      before.flush();
    }
  }
}
