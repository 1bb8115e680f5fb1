package app.lunaria.local.gateway.log;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps the libraries beneath the gateway from writing to the screen: they quote what was sent, and
 * what is worth telling is in the gateway's own log.
 */
public final class LibraryLogs {
  /** Held here, since the log manager forgets a logger that nobody holds, and its level with it. */
  private static final List<Logger> LOGGERS =
      Stream.of("io.vertx", "io.netty").map(Logger::getLogger).toList();

  private LibraryLogs() {}

  /** Of the whole process, which is the launcher's. */
  public static void silence() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
