package app.lunaria.local.launcher.shell;

import java.util.concurrent.CountDownLatch;

/**
 * What happens when the process is told to end (Ctrl-C, SIGTERM) between its making and its
 * closing: everything is closed, then the process ends with the exit code given.
 */
public final class CtrlC implements AutoCloseable {
  private final Thread hook;

  public CtrlC(Resources resources, Screen screen, int exitCode) {
    hook =
        Thread.ofPlatform()
            .unstarted(
                () -> {
                  screen.line("");
                  screen.line("stopping", "");
                  resources.close();
                  Runtime.getRuntime().halt(exitCode);
                });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * From here on the process ends as it likes. When it is ending already the caller waits for that
   * here.
   */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      awaitTheEnd();
    }
  }

  private static void awaitTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
