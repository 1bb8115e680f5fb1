package app.lunaria.local.launcher.join;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every row of every table of a database, but the record of its migrations. */
final class JoinDump {
  private static final String TABLES =
      """
      select format('%I.%I', table_schema, table_name) from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and table_name <> 'flyway_schema_history'
      order by 1
      """;

  /** The types of a column that tells a time finer than a day. */
  private static final Set<String> TIMES =
      Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

  private final JoinDatabase database;
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, String> types = new TreeMap<>();

  private JoinDump(JoinDatabase database) {
    this.database = database;
  }

  static JoinDump of(JoinDatabase database) throws SQLException {
    JoinDump dump = new JoinDump(database);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names = statement.executeQuery(TABLES)) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet all = statement.executeQuery("select * from " + table)) {
          dump.read(table.replace("public.", ""), all);
        }
      }
    }
    return dump;
  }

  /** Values by column, in rows; what is null is left out. */
  List<Map<String, Object>> rows() {
    return rows;
  }

  /** Every column, of an empty table too, with its type. */
  Map<String, String> types() {
    return types;
  }

  /** The columns that tell a time finer than a day. */
  List<String> times() {
    return types.entrySet().stream()
        .filter(column -> TIMES.contains(column.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void read(String table, ResultSet all) throws SQLException {
    ResultSetMetaData columns = all.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      types.put(name(table, columns, i), columns.getColumnTypeName(i));
    }
    while (all.next()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        Object value = value(all, columns, i);
        if (value != null) {
          row.put(name(table, columns, i), value);
        }
      }
      rows.add(row);
    }
  }

  /** Null is left so; times as moments, those without a zone as if they were in UTC. */
  private static @Nullable Object value(ResultSet all, ResultSetMetaData columns, int i)
      throws SQLException {
    return switch (columns.getColumnTypeName(i)) {
      case "timestamptz" -> all.getObject(i, OffsetDateTime.class);
      case "timestamp" -> {
        LocalDateTime time = all.getObject(i, LocalDateTime.class);
        yield time == null ? null : time.atOffset(ZoneOffset.UTC);
      }
      default -> all.getObject(i);
    };
  }

  private String name(String table, ResultSetMetaData columns, int i) throws SQLException {
    return database + "." + table + "." + columns.getColumnName(i);
  }

  @Override
  public String toString() {
    return "JoinDump[" + database + "]";
  }
}
