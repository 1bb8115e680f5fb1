package app.lunaria.bench.bare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The statements of cycle-service, in the order in which a journal write sends them, and the one of
 * a forecast. They lie beside as files, since pgbench is given the same.
 */
enum Statement {
  KEY,
  LOCK,
  STANDING,
  WRITE,
  SUMMARY;

  private final String sql = read(name());

  String sql() {
    return sql;
  }

  private static String read(String name) {
    String path = "/statements/" + name.toLowerCase(java.util.Locale.ROOT) + ".sql";
    try (@Nullable InputStream file = Statement.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("a statement is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
