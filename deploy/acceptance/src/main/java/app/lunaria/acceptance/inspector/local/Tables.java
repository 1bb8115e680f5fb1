package app.lunaria.acceptance.inspector.local;

import app.lunaria.acceptance.inspector.Sighting;
import app.lunaria.acceptance.inspector.Word;
import app.lunaria.acceptance.inspector.search.ByteSearch;
import app.lunaria.acceptance.inspector.search.Needle;
import app.lunaria.acceptance.inspector.search.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Reads every column of every table, whatever a release calls them: the service's own as text
 * (dates, numbers) and as raw bytes, the system's tables (statistics keep values!) as text. Cells
 * that are a number, or short enough for one, are compared as a whole too.
 */
final class Tables {
  private static final String OURS =
      """
      select c.table_schema, c.table_name, c.column_name, c.data_type
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
      order by 1, 2, c.ordinal_position
      """;
  private static final String THE_SYSTEMS =
      """
      select n.nspname, c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and n.nspname in ('pg_catalog', 'information_schema') order by 1, 2
      """;

  private static final String WITHOUT_BYTES =
      "select regexp_replace(row::text, 'x[0-9a-f]{16,}', '', 'g')";

  private final Database database;
  private final ByteSearch search;
  private final Numbers numbers;
  private final List<Sighting> sightings = new ArrayList<>();
  private int columns;

  Tables(Database database, ByteSearch search, Numbers numbers) {
    this.database = database;
    this.search = search;
    this.numbers = numbers;
  }

  /** Searches all of them; the sightings and the number of our columns are then there. */
  void read() throws SQLException, IOException {
    try (Connection connection = database.connect()) {
      for (List<String> column : list(connection, OURS, 4)) {
        columns++;
        readColumn(connection, column);
      }
      for (List<String> table : list(connection, THE_SYSTEMS, 2)) {
        readSystemTable(connection, table);
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
    String name = quoted(column.get(2));
    String from = " from %s.%s".formatted(quoted(column.get(0)), quoted(column.get(1)));
    String place = "column " + database + "." + column.get(1) + "." + column.get(2);
    boolean isBytes = column.get(3).equals("bytea");
    Set<Needle> seen = new LinkedHashSet<>(copy(connection, "select " + name + from, "binary"));
    if (!isBytes) { // the text of bytes is their hex: eight digits of it are only four bytes
      seen.addAll(copy(connection, "select " + name + from, "text"));
    }
    found(seen, place);
    if (!numbers.isEmpty()) {
      compareCells(connection, name, from, isBytes, place);
    }
  }

  /** Among the statistics are samples of our bytes, in whose hex a few digits are met by chance. */
  private void readSystemTable(Connection connection, List<String> table)
      throws SQLException, IOException {
    String from = " from " + quoted(table.get(0)) + "." + quoted(table.get(1)) + " as row";
    Set<Needle> seen = new LinkedHashSet<>(copy(connection, "select *" + from, "text"));
    if (seen.stream().anyMatch(Needle::couldBeHex)) {
      Set<Needle> besideBytes = copy(connection, WITHOUT_BYTES + from, "text");
      seen.removeIf(needle -> needle.couldBeHex() && !besideBytes.contains(needle));
    }
    found(seen, "table " + String.join(".", table));
  }

  private void compareCells(
      Connection connection, String name, String from, boolean isBytes, String place)
      throws SQLException {
    String cells =
        isBytes
            ? "select distinct " + name + from + " where octet_length(" + name + ") between 2 and 8"
            : "select distinct " + name + "::text" + from + " where " + name + " is not null";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(cells)) {
      while (result.next()) {
        Optional<Word> word =
            isBytes ? numbers.in(result.getBytes(1)) : numbers.in(result.getString(1));
        word.ifPresent(seen -> sightings.add(new Sighting(seen, "as a number", place)));
      }
    }
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
