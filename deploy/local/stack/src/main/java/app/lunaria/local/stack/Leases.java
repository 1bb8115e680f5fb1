package app.lunaria.local.stack;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who still needs the stack. Once nobody has for the idle time, it is over: no lease is given any
 * more, so that nobody attaches to a process that is about to go.
 */
final class Leases implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final Duration idle;
  private final Runnable whenIdle;
  private int held;
  private boolean over;
  private @Nullable ScheduledFuture<?> pending;

  Leases(Duration idle, Runnable whenIdle) {
    this.idle = idle;
    this.whenIdle = whenIdle;
  }

  /** Starts counting: a starter that never comes for its lease leaves no process behind. */
  synchronized void open() {
    schedule();
  }

  /** Takes a lease; false when it is too late. */
  synchronized boolean take() {
    if (over) {
      return false;
    }
    held++;
    if (pending != null) {
      pending.cancel(false);
      pending = null;
    }
    return true;
  }

  synchronized void giveBack() {
    held--;
    if (held == 0) {
      schedule();
    }
  }

  private void schedule() {
    if (!timer.isShutdown()) {
      pending = timer.schedule(this::end, idle.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void end() {
    synchronized (this) {
      if (held > 0 || over) {
        return;
      }
      over = true;
    }
    whenIdle.run();
  }

  @Override
  public synchronized void close() {
    over = true;
    timer.shutdownNow();
  }
}
