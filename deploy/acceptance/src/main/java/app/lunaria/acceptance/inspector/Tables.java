package app.lunaria.acceptance.inspector;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Reads every column of every table, whatever a release calls them: the service's own as text
 * (dates, numbers, bytes as hex) and as raw bytes, the system's tables (statistics keep values!) as
 * text.
 */
final class Tables {
  private static final String OURS =
      """
      select c.table_schema, c.table_name, c.column_name
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
      order by 1, 2, c.ordinal_position
      """;
  private static final String THE_SYSTEMS =
      """
      select n.nspname, c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and n.nspname in ('pg_catalog', 'information_schema') order by 1, 2
      """;

  private final Database database;
  private final ByteSearch search;
  private final List<Sighting> sightings = new ArrayList<>();
  private int columns;

  Tables(Database database, ByteSearch search) {
    this.database = database;
    this.search = search;
  }

  /** Searches all of them; the sightings and the number of our columns are then there. */
  void read() throws SQLException, IOException {
    try (Connection connection = database.connect()) {
      for (List<String> column : list(connection, OURS, 3)) {
        columns++;
        readColumn(connection, column);
      }
      for (List<String> table : list(connection, THE_SYSTEMS, 2)) {
        String query = "select * from " + quoted(table.get(0)) + "." + quoted(table.get(1));
        found(copy(connection, query, "text"), "table " + String.join(".", table));
      }
    }
  }

  List<Sighting> sightings() {
    return sightings;
  }

  int columns() {
    return columns;
  }

  private void readColumn(Connection connection, List<String> column)
      throws SQLException, IOException {
    String query =
        "select %s from %s.%s"
            .formatted(quoted(column.get(2)), quoted(column.get(0)), quoted(column.get(1)));
    Set<Needle> seen = new LinkedHashSet<>(copy(connection, query, "text"));
    seen.addAll(copy(connection, query, "binary"));
    found(seen, "column " + database + "." + column.get(1) + "." + column.get(2));
  }

  private void found(Set<Needle> needles, String place) {
    needles.forEach(needle -> sightings.add(new Sighting(needle.word(), needle.spelling(), place)));
  }

  private Set<Needle> copy(Connection connection, String query, String format)
      throws SQLException, IOException {
    String sql = "copy (" + query + ") to stdout (format " + format + ")";
    try (InputStream rows = new PGCopyInputStream(connection.unwrap(PGConnection.class), sql)) {
      return search.in(rows);
    }
  }

  private static List<List<String>> list(Connection connection, String query, int width)
      throws SQLException {
    List<List<String>> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> name = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          name.add(result.getString(i));
        }
        names.add(name);
      }
    }
    return names;
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
