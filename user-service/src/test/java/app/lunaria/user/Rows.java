package app.lunaria.user;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What both databases hold, seen by the owner of the schemas. */
public final class Rows {
  private Rows() {}

  /**
   * The tables that hold rows about persons, each with its number of rows; keys of the service come
   * by need.
   */
  public static Map<String, Long> aboutPersons(AgroalDataSource... databases) {
    Map<String, Long> counts = counts(databases);
    counts.keySet().removeAll(Set.of("kek", "root_key", "service_key", "key_epoch"));
    return counts;
  }

  private static Map<String, Long> counts(AgroalDataSource... databases) {
    Map<String, Long> counts = new TreeMap<>();
    for (AgroalDataSource database : databases) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        for (String table : tables(statement)) {
          try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            counts.put(table, rows.getLong(1));
          }
        }
      } catch (SQLException broken) {
        throw new IllegalStateException(broken);
      }
    }
    return counts;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        statement.executeQuery(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_name not like 'flyway%'")) {
      while (tables.next()) {
        names.add(tables.getString(1));
      }
    }
    return names;
  }

  public static void execute(AgroalDataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The one number that a query gives. */
  public static long number(AgroalDataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Does something while a transaction of the owner holds what the statement locks. */
  public static void whileLocked(AgroalDataSource database, String lock, Work work)
      throws IOException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(lock);
      work.run();
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** What is done meanwhile. */
  public interface Work {
    void run() throws IOException;
  }
}
