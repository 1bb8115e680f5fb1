package app.lunaria.bench.load;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** What the connections have in common: whether to go on, and what was measured so far. */
final class Recorder {
  private final CountDownLatch resting;
  private long[] nanos = new long[1 << 14];
  private int answers;
  private int refused;
  private int firstRefusal;
  private volatile boolean measuring;
  private volatile boolean ending;

  Recorder(int connections) {
    resting = new CountDownLatch(connections);
  }

  /** Counted down by each connection that has nothing more to ask. */
  CountDownLatch resting() {
    return resting;
  }

  void measure(boolean now) {
    measuring = now;
  }

  void end() {
    ending = true;
  }

  boolean ending() {
    return ending;
  }

  /** By the load's thread. */
  void answered(long took, boolean counts) {
    if (!measuring || !counts) {
      return;
    }
    if (answers == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * answers);
    }
    nanos[answers++] = took;
  }

  /** By the load's thread. */
  void refused(int status) {
    if (refused++ == 0) {
      firstRefusal = status;
    }
  }

  /** After all connections have come to rest: nobody writes any more. */
  Window window(double seconds) {
    if (refused > 0) {
      throw new IllegalStateException(
          refused + " requests were not answered as they should, the first with " + firstRefusal);
    }
    return new Window(seconds, Arrays.copyOf(nanos, answers));
  }
}
