package app.lunaria.local.launcher.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * What a command has opened, closed in reverse, once, whoever asks first: the command itself or
 * Ctrl-C. Closing waits for what is just being opened, and nothing can be opened any more after it.
 */
public final class Resources implements AutoCloseable {
  /** Opens something. */
  @FunctionalInterface
  public interface Opening<T, E extends Exception> {
    T open() throws E;
  }

  /** Everything was closed while the command was still at work: it is being stopped. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Deque<Runnable> closings = new ArrayDeque<>();
  private volatile boolean closed;

  public synchronized <T, E extends Exception> T open(Opening<T, E> opening, Consumer<T> closing)
      throws E {
    goOn();
    T opened = opening.open();
    closings.push(() -> closing.accept(opened));
    return opened;
  }

  /**
   * Throws when everything is being closed: whoever is at work then has nothing left to work with.
   */
  public void goOn() {
    if (closed) {
      throw new StoppedException();
    }
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    closeAll();
  }

  private synchronized void closeAll() {
    while (!closings.isEmpty()) {
      closings.pop().run();
    }
  }
}
