package app.lunaria.bench.ground;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * That it moves, how far it is and how long it still takes: a line that is rewritten on a terminal,
 * else a line for each part when it is done.
 */
public final class Progress {
  private static final int LABEL = 10;
  private static final int WIDTH = 66;
  private static final int BAR = 16;

  private final PrintStream out;
  private final boolean moving;

  public Progress(PrintStream out, boolean moving) {
    this.out = out;
    this.moving = moving;
  }

  /** Told by the work what it does. */
  public interface Told {
    /**
     * @param done the share that is done, 0 to 1
     */
    void tell(String what, double done);
  }

  /** Work that says how far it is. */
  public interface Work<T> {
    T run(Told told) throws IOException, InterruptedException;
  }

  public <T> T step(String label, Work<T> work) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    T result = work.run((what, done) -> show(label, what, done, begin));
    if (moving) {
      out.print("\r\033[K");
    }
    out.println(line("bench", label) + time(System.nanoTime() - begin));
    return result;
  }

  private void show(String label, String what, double done, long begin) {
    if (!moving) {
      return;
    }
    long spent = System.nanoTime() - begin;
    String still = done > 0.1 ? "still " + time((long) (spent / done * (1 - done))) : "";
    int full = (int) (done * BAR);
    String bar = "━".repeat(full) + " ".repeat(BAR - full);
    out.print("\r\033[K" + line("bench", label + " " + bar + " " + what) + still);
    out.flush();
  }

  private static String line(String label, String text) {
    return pad(label, LABEL) + pad(text, WIDTH) + " ";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String time(long nanos) {
    double seconds = Duration.ofNanos(nanos).toMillis() / 1_000.0;
    return String.format(Locale.ROOT, seconds < 10 ? "%6.1f s" : "%6.0f s", seconds);
  }
}
