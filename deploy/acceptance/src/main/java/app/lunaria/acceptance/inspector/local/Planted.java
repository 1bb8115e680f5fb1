package app.lunaria.acceptance.inspector.local;

import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.LogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A word left in a table of each database, as itself and in two spellings, and in each log. Closing
 * drops the tables; what stands in the logs and the WAL stays.
 */
final class Planted implements Damage {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final List<Database> databases = new ArrayList<>();

  /** One of its own each time, so that words can be planted beside others. */
  private final String table = "planted_" + COUNT.incrementAndGet();

  void in(Database database, String text) throws IOException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      databases.add(database);
      statement.execute("drop table if exists " + table);
      statement.execute("create table " + table + " (plain text, utf_16 bytea, encoded bytea)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into " + table + " values (?, ?, ?)")) {
        insert.setString(1, text);
        insert.setBytes(2, text.getBytes(StandardCharsets.UTF_16LE));
        insert.setBytes(
            3, Base64.getEncoder().encode(("x" + text).getBytes(StandardCharsets.UTF_8)));
        insert.executeUpdate();
      }
    } catch (SQLException failed) {
      throw new IOException("nothing could be planted in " + database, failed);
    }
  }

  void in(LogFile log, String text) throws IOException {
    Files.writeString(
        log.path(),
        "{\"message\":\"planted by the acceptance story: "
            + text.toUpperCase(Locale.ROOT)
            + "\"}\n",
        StandardOpenOption.APPEND);
  }

  @Override
  public void close() throws IOException {
    for (Database database : databases) {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("drop table if exists " + table);
      } catch (SQLException failed) {
        throw new IOException("what was planted in " + database + " could not be dropped", failed);
      }
    }
  }
}
