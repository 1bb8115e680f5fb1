package app.lunaria.acceptance.inspector;

import app.lunaria.acceptance.client.Topology;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The inspector of the local stack: a superuser's connections, the data directory and the log
 * files.
 */
public final class LocalInspector implements Inspector {
  private static final String ACCOUNT = "account";
  private static final String KEYS = "subject_key";
  private static final List<String> WITHOUT_KEY =
      List.of("subject", "email_index", "email_index_version", "dek_id");
  private static final List<String> WITH_KEY =
      List.of("subject", "email_index", "email_index_version");

  private final List<Database> databases;
  private final Database user;
  private final Path wal;
  private final List<LogFile> logs;

  public LocalInspector(Topology.Stack stack) {
    databases =
        stack.databases().entrySet().stream()
            .map(entry -> new Database(entry.getKey(), entry.getValue()))
            .toList();
    user =
        databases.stream()
            .filter(database -> database.name().equals("user"))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the stack has no database user"));
    wal = Path.of(stack.dataDirectory(), "pg_wal");
    logs =
        stack.logs().entrySet().stream()
            .map(entry -> new LogFile(entry.getKey(), Path.of(entry.getValue())))
            .toList();
  }

  @Override
  public List<StoredRow> rows(String table, Subject subject) throws IOException {
    try {
      return new Rows(user, table, List.of(subject))
          .read().stream().map(row -> new StoredRow(table, row)).toList();
    } catch (SQLException failed) {
      throw unreachable(failed);
    }
  }

  @Override
  public Search search(List<Word> words) throws IOException {
    ByteSearch search =
        new ByteSearch(words.stream().flatMap(word -> Spellings.of(word).stream()).toList());
    List<Sighting> sightings = new ArrayList<>();
    int columns = 0;
    try {
      flushWal();
      for (Database database : databases) {
        Tables tables = new Tables(database, search);
        tables.read();
        columns += tables.columns();
        sightings.addAll(tables.sightings());
      }
    } catch (SQLException failed) {
      throw unreachable(failed);
    }
    long walBytes = 0;
    for (Path segment : walSegments()) {
      walBytes += Files.size(segment);
      searchFile(search, segment, "WAL " + segment.getFileName(), sightings);
    }
    for (LogFile log : logs) {
      searchFile(search, log.path(), "log " + log.path(), sightings);
    }
    return new Search(columns, walBytes, logs.size(), sightings);
  }

  @Override
  public Damage plant(Word word) throws IOException {
    String text = word.value();
    Files.writeString(
        logs.getFirst().path(),
        "{\"message\":\"planted by the acceptance story: "
            + text.toUpperCase(Locale.ROOT)
            + "\"}\n",
        StandardOpenOption.APPEND);
    byte[] base64 = Base64.getEncoder().encode(("x" + text).getBytes(StandardCharsets.UTF_8));
    try (Connection connection = user.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists planted");
      statement.execute("create table planted (plain text, utf_16 bytea, encoded bytea)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into planted values (?, ?, ?)")) {
        insert.setString(1, text);
        insert.setBytes(2, text.getBytes(StandardCharsets.UTF_16LE));
        insert.setBytes(3, base64);
        insert.executeUpdate();
      }
    } catch (SQLException failed) {
      throw unreachable(failed);
    }
    return () -> execute("drop table planted");
  }

  @Override
  public Damage flip(String table, Subject subject, SealedPart part) throws IOException {
    return new Tampering().change(new Rows(user, table, List.of(subject)), Tampering.flip(part));
  }

  @Override
  public Damage swapAccounts(Subject one, Subject other) throws IOException {
    return new Tampering()
        .change(new Rows(user, ACCOUNT, List.of(one, other)), Tampering.swap(WITHOUT_KEY));
  }

  @Override
  public Damage swapAccountsAndKeys(Subject one, Subject other) throws IOException {
    return new Tampering()
        .change(new Rows(user, KEYS, List.of(one, other)), Tampering.swap(List.of("subject")))
        .change(new Rows(user, ACCOUNT, List.of(one, other)), Tampering.swap(WITH_KEY));
  }

  @Override
  public List<LogFile> logs() {
    return logs;
  }

  private void flushWal() throws SQLException {
    try (Connection connection = user.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_logical_emit_message(false, 'acceptance', 'searched', true)");
    }
  }

  private List<Path> walSegments() throws IOException {
    List<Path> segments = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(wal, Files::isRegularFile)) {
      files.forEach(segments::add);
    }
    if (segments.isEmpty()) {
      throw new IOException("there is no WAL in " + wal);
    }
    return segments;
  }

  private static void searchFile(
      ByteSearch search, Path file, String place, List<Sighting> sightings) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      Set<Needle> seen = search.in(bytes);
      seen.forEach(needle -> sightings.add(new Sighting(needle.word(), needle.spelling(), place)));
    }
  }

  private void execute(String sql) throws IOException {
    try (Connection connection = user.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw unreachable(failed);
    }
  }

  private static IOException unreachable(SQLException failed) {
    return new IOException("the database of the local stack refused the inspector", failed);
  }
}
