package app.lunaria.testkit.rows;

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
import javax.sql.DataSource;

/** What the databases of a service hold, seen by the owner of the schemas. */
public final class Rows {
  /** Keys of the service, which come by need and say nothing about a person. */
  private static final Set<String> OF_THE_SERVICE =
      Set.of("kek", "root_key", "service_key", "key_epoch");

  private Rows() {}

  /** The tables that hold rows about persons, each with its number of rows. */
  public static Map<String, Long> aboutPersons(DataSource... databases) {
    return eachTable("count(*)", Long.class, databases);
  }

  /**
   * The tables that hold rows about persons, each with a digest of all its rows: it differs when a
   * row was replaced, too.
   */
  public static Map<String, String> contents(DataSource... databases) {
    return eachTable(
        "count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')",
        String.class,
        databases);
  }

  private static <T> Map<String, T> eachTable(
      String asked, Class<T> type, DataSource... databases) {
    Map<String, T> answers = new TreeMap<>();
    for (DataSource database : databases) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        for (String table : tables(statement)) {
          try (ResultSet rows =
              statement.executeQuery("select %s from %s t".formatted(asked, table))) {
            rows.next();
            answers.put(table, rows.getObject(1, type));
          }
        }
      } catch (SQLException broken) {
        throw new IllegalStateException(broken);
      }
    }
    answers.keySet().removeAll(OF_THE_SERVICE);
    return answers;
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

  public static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The one number that a query gives. */
  public static long number(DataSource database, String sql) {
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
  public static void whileLocked(DataSource database, String lock, Work work) throws IOException {
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
