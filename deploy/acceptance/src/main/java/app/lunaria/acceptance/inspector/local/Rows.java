package app.lunaria.acceptance.inspector.local;

import app.lunaria.acceptance.inspector.RowKey;
import app.lunaria.acceptance.inspector.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of some persons in one table, taken out whole and put back otherwise, past every
 * constraint a superuser can pass.
 */
public final class Rows {

  private final Database database;
  private final String table;
  private final String condition;
  private final List<byte[]> values;

  private Rows(Database database, String table, String condition, List<byte[]> values) {
    this.database = database;
    this.table = table;
    this.condition = condition;
    this.values = values;
  }

  /** All that some persons have in a table, whose name is ours, never somebody's input. */
  public static Rows of(Database database, String table, List<Subject> subjects) {
    return new Rows(
        database,
        table,
        joined(subjects.size(), "subject = ?"),
        subjects.stream().map(Subject::bytes).toList());
  }

  /** Single ones, all of one table. */
  public static Rows of(Database database, List<RowKey> keys) {
    RowKey first = keys.getFirst();
    return new Rows(
        database,
        first.table().name(),
        joined(keys.size(), "subject = ? and " + first.column() + " = ?"),
        keys.stream().flatMap(key -> Stream.of(key.subject().bytes(), key.bytes())).toList());
  }

  private static String joined(int times, String one) {
    return String.join(" or ", Collections.nCopies(times, "(" + one + ")"));
  }

  public List<Map<String, Object>> read() throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement select = prepared(connection, "select * from ")) {
      List<Map<String, Object>> rows = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnName(i), result.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  public void write(List<Map<String, Object>> rows) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set session_replication_role = replica"); // foreign keys look away
      }
      try (PreparedStatement delete = prepared(connection, "delete from ")) {
        delete.executeUpdate();
      }
      insert(connection, rows);
      connection.commit();
    }
  }

  private PreparedStatement prepared(Connection connection, String verb) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(verb + table + " where " + condition);
    for (int i = 0; i < values.size(); i++) {
      statement.setBytes(i + 1, values.get(i));
    }
    return statement;
  }

  private void insert(Connection connection, List<Map<String, Object>> rows) throws SQLException {
    List<String> columns = List.copyOf(rows.getFirst().keySet());
    String names = String.join(", ", columns);
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into " + table + " (" + names + ") values (" + places + ")")) {
      for (Map<String, Object> row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          insert.setObject(i + 1, row.get(columns.get(i)));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
