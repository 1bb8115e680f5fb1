package app.lunaria.local.launcher.shell;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process by its id and the moment it began, so that another one that got the same id later is
 * not taken for it.
 */
public record RunningProcess(long pid, Instant began) {
  private static final int PATIENCE_SECONDS = 15;

  public static RunningProcess of(ProcessHandle handle) {
    return new RunningProcess(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  public boolean isAlive() {
    return handle().isPresent();
  }

  /** Waits until it has ended by itself, and makes it after a while. */
  public void awaitEnd() {
    if (!handle().map(RunningProcess::hasEnded).orElse(true)) {
      end();
    }
  }

  /** Asks it to end, and makes it after a while. */
  public void end() {
    handle().ifPresent(RunningProcess::end);
  }

  private static void end(ProcessHandle handle) {
    handle.destroy();
    if (!hasEnded(handle)) {
      handle.destroyForcibly();
      hasEnded(handle);
    }
  }

  private static boolean hasEnded(ProcessHandle handle) {
    try {
      handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException stillThere) {
      return false;
    }
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> of(handle).began.equals(began));
  }
}
