package app.lunaria.kit.logging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON a record, with the fields time, level, logger, message, those of {@link
 * LogField} and exception.
 *
 * <p>Values quoted by others cannot come through: our own loggers show their constant sentence
 * without parameters, the framework its pattern without parameters, every other logger shows only a
 * message id such as {@code HHH000123}, and of an exception remain the class names and our own
 * frames. Driver, JSON and validation messages quote what people told us.
 */
final class LineFormatter extends Formatter {
  private static final String OURS = "app.lunaria.";

  /** Says once that the service has started, how fast and where it listens. */
  private static final String START = "io.quarkus";

  /** Says by patterns with parameters that a port is taken, for instance. */
  private static final String FRAMEWORK = "io.quarkus.";

  private static final Pattern MESSAGE_ID = Pattern.compile("^([A-Z]{2,12}-?[0-9]{3,8})[: ]");

  @Override
  public String format(LogRecord line) {
    StringBuilder out = new StringBuilder(256).append("{\"time\":");
    Instant time = line.getInstant().truncatedTo(ChronoUnit.MILLIS);
    JsonText.append(out, time.toString());
    field(out, "level", level(line));
    String logger = line.getLoggerName() == null ? "" : line.getLoggerName();
    field(out, "logger", logger);
    field(out, "message", message(logger, line));
    Map<String, String> values = line instanceof ExtLogRecord ext ? ext.getMdcCopy() : Map.of();
    for (LogField field : LogField.values()) {
      field(out, field.key(), values.get(field.key()));
    }
    if (line.getThrown() != null) {
      out.append(",\"exception\":[");
      exception(out, line.getThrown());
      out.append(']');
    }
    return out.append("}\n").toString();
  }

  private static String level(LogRecord line) {
    int level = line.getLevel().intValue();
    if (level >= java.util.logging.Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level >= java.util.logging.Level.WARNING.intValue()) {
      return "WARN";
    }
    return level >= java.util.logging.Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  private static @Nullable String message(String logger, LogRecord line) {
    String text = line.getMessage();
    if (text == null || logger.startsWith(OURS) || logger.equals(START)) {
      return text;
    }
    Object[] parameters = line.getParameters();
    if (logger.startsWith(FRAMEWORK) && parameters != null && parameters.length > 0) {
      return text;
    }
    Matcher id = MESSAGE_ID.matcher(text);
    return id.find() ? id.group(1) : null;
  }

  private static void field(StringBuilder out, String name, @Nullable String value) {
    out.append(",\"").append(name).append("\":");
    if (value == null) {
      out.append("null");
    } else {
      JsonText.append(out, value);
    }
  }

  private static void exception(StringBuilder out, Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    String separator = "";
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      out.append(separator);
      JsonText.append(out, t.getClass().getName());
      separator = ",";
      for (StackTraceElement frame : t.getStackTrace()) {
        if (frame.getClassName().startsWith(OURS)) {
          out.append(',');
          JsonText.append(
              out,
              "at "
                  + frame.getClassName()
                  + "."
                  + frame.getMethodName()
                  + ":"
                  + frame.getLineNumber());
        }
      }
    }
  }
}
