package app.lunaria.kit.logging;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.io.OutputStream;
import java.util.logging.Handler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.LogContextInitializer;
import org.jboss.logmanager.Logger;

/**
 * Logs as JSON lines on standard output. A service's {@code main} installs it before anything else;
 * Quarkus' own console is switched off where it runs ({@code quarkus.log.console.enabled=false}).
 */
public final class JsonLogging {
  private static final Log LOG = Log.of(JsonLogging.class);

  private JsonLogging() {}

  /**
   * Puts our handler on the root logger and lets uncaught exceptions go through it. In dev mode
   * nothing changes: there a person reads the console.
   */
  public static void install() {
    if (InitialConfigurator.DELAYED_HANDLER.getHandlers().length > 0) {
      // Only the build that runs inside dev mode has set up a console by now.
      return;
    }
    // Quarkus holds records back until its handlers are set up, and writes them as they are when
    // the start fails before that. With none to wait for it holds back and writes nothing.
    InitialConfigurator.DELAYED_HANDLER.setHandlers(LogContextInitializer.NO_HANDLERS);
    Logger root = LogContext.getLogContext().getLogger("");
    root.addHandler(new LineHandler());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> LOG.error("a thread ended by an exception", failure));
  }

  /**
   * A handler that writes the same lines elsewhere, so that a test can read what would be logged.
   */
  public static Handler handler(OutputStream out) {
    return new LineHandler(out);
  }
}
