package app.lunaria.bench;

import app.lunaria.bench.contest.PgBench;
import app.lunaria.bench.ground.Plan;
import app.lunaria.bench.program.Program;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What took part, and how it was set up. */
final class Versions {
  private static final String SETTINGS =
      "select 'PostgreSQL ' || current_setting('server_version')"
          + " || ', fsync ' || current_setting('fsync')"
          + " || ', synchronous_commit ' || current_setting('synchronous_commit')"
          + " || ', full_page_writes ' || current_setting('full_page_writes')"
          + " || ', wal_sync_method ' || current_setting('wal_sync_method')"
          + " || ', shared_buffers ' || current_setting('shared_buffers')"
          + " || ', TCP on loopback without TLS'";

  private Versions() {}

  static Map<String, String> of(Plan plan) throws IOException {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put(
        "services on the JVM",
        String.join(" ", Program.JVM_OPTIONS)
            + ", everything else as the JDK chooses (G1 on two cores and 2 GB or more), all in one profile and on this machine");
    versions.put("database", database(plan.database()));
    versions.put(
        "pgbench",
        PgBench.version()
            .map(version -> version + ", prepared statements, one thread")
            .orElse(
                "not on this machine (Debian's postgresql-contrib has it), so its row is not there"));
    versions.put("load", "one thread of this benchmark, HTTP/1.1, no TLS, no gateway in between");
    return versions;
  }

  private static String database(Plan.Database database) throws IOException {
    String address =
        "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name());
    try (Connection connection =
            DriverManager.getConnection(address, database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(SETTINGS)) {
      result.next();
      return result.getString(1);
    } catch (SQLException failed) {
      throw new IOException("PostgreSQL does not say how it is set up", failed);
    }
  }
}
