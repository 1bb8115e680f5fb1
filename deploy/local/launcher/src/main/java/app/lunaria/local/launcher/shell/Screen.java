package app.lunaria.local.launcher.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lines on a screen: long work shows that it moves on a terminal, and is a plain line with its time
 * elsewhere.
 */
public final class Screen {
  public static final int WIDTH = 88;

  private static final int LABEL = 10;
  private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final int FRAME_MILLIS = 100;

  private final PrintStream out;
  private final boolean moving;

  public Screen(PrintStream out, boolean moving) {
    this.out = out;
    this.moving = moving;
  }

  /** Work that takes a while. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  public void line(String text) {
    out.println(text);
  }

  public void line(String label, String text) {
    out.println(pad(label, LABEL) + text);
  }

  public String strong(String text) {
    return moving ? "\033[1m" + text + "\033[0m" : text;
  }

  public String alarming(String text) {
    return moving ? "\033[31m" + text + "\033[0m" : text;
  }

  /** Does the work in one line, which ends with the time it took. */
  public <T> T step(String label, String what, Work<T> work)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    CountDownLatch done = new CountDownLatch(1);
    Thread mover =
        moving ? Thread.ofPlatform().daemon().start(() -> move(label, what, start, done)) : null;
    boolean finished = false;
    try {
      T result = work.run();
      finished = true;
      return result;
    } finally {
      done.countDown();
      if (mover != null) {
        mover.join();
        out.print("\r\033[K");
      }
      if (finished) {
        line(label, withTime(what, start, LABEL));
      }
    }
  }

  private void move(String label, String what, long start, CountDownLatch done) {
    try {
      for (int frame = 0; !done.await(FRAME_MILLIS, TimeUnit.MILLISECONDS); frame++) {
        char now = FRAMES.charAt(frame % FRAMES.length());
        out.print("\r" + pad(label, LABEL) + withTime(now + " " + what, start, LABEL));
        out.flush();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String withTime(String text, long start, int before) {
    return pad(text, WIDTH - before - 10) + " " + left(time(System.nanoTime() - start), 9);
  }

  /** A duration as it is read: {@code 31 ms}, {@code 1.4 s}, {@code 38 s}. */
  public static String time(long nanos) {
    long millis = Duration.ofNanos(nanos).toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    return millis < 10_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
        : Math.round(millis / 1_000.0) + " s";
  }

  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  public static String left(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
