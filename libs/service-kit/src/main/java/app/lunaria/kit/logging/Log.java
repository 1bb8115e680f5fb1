package app.lunaria.kit.logging;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The logger of one class. A message is a constant sentence (the compiler insists); who and where
 * follow as pairs of key and value, with the keys {@code subject}, {@code eventId}, {@code topic},
 * {@code problem}, {@code traceId} and {@code keyArn} only. A subject is a pseudonym.
 */
public final class Log {
  private final String name;

  private Log(String name) {
    this.name = name;
  }

  /** The logger of a class, named after it. */
  public static Log of(Class<?> owner) {
    return new Log(owner.getName());
  }

  /**
   * Something happened as it should.
   *
   * @throws IllegalArgumentException if a key is not one of the allowed, or has no value
   */
  public void info(@CompileTimeConstant String sentence, String... keysAndValues) {
    log(Level.INFO, sentence, null, keysAndValues);
  }

  /** Something happened that an operator should see. */
  public void warn(@CompileTimeConstant String sentence, String... keysAndValues) {
    log(Level.WARNING, sentence, null, keysAndValues);
  }

  /**
   * Something happened that an operator should see, with the failure behind it (classes and our
   * frames only).
   */
  public void warn(
      @CompileTimeConstant String sentence, Throwable failure, String... keysAndValues) {
    log(Level.WARNING, sentence, failure, keysAndValues);
  }

  /** Something is broken. */
  public void error(@CompileTimeConstant String sentence, String... keysAndValues) {
    log(Level.SEVERE, sentence, null, keysAndValues);
  }

  /** Something is broken, with the failure behind it (classes and our frames only). */
  public void error(
      @CompileTimeConstant String sentence, Throwable failure, String... keysAndValues) {
    log(Level.SEVERE, sentence, failure, keysAndValues);
  }

  private void log(
      Level level, String sentence, @Nullable Throwable failure, String... keysAndValues) {
    ExtLogRecord line = new ExtLogRecord(level, sentence, ExtLogRecord.FormatStyle.NO_FORMAT, name);
    line.setLoggerName(name);
    if (failure != null) {
      line.setThrown(failure);
    }
    if (keysAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a log key has no value");
    }
    for (int i = 0; i < keysAndValues.length; i += 2) {
      line.putMdc(LogField.of(keysAndValues[i]).key(), keysAndValues[i + 1]);
    }
    Logger.getLogger(name).log(line);
  }
}
