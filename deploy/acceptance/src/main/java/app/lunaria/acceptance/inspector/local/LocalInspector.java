package app.lunaria.acceptance.inspector.local;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.LogFile;
import app.lunaria.acceptance.inspector.RowKey;
import app.lunaria.acceptance.inspector.SealedPart;
import app.lunaria.acceptance.inspector.Search;
import app.lunaria.acceptance.inspector.Sighting;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.inspector.Subject;
import app.lunaria.acceptance.inspector.Table;
import app.lunaria.acceptance.inspector.Word;
import app.lunaria.acceptance.inspector.search.ByteSearch;
import app.lunaria.acceptance.inspector.search.LogSearch;
import app.lunaria.acceptance.inspector.search.Numbers;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The inspector of the local stack: a superuser's connections, the data directory and the log
 * files.
 */
public final class LocalInspector implements Inspector {
  private static final Table ACCOUNT = new Table("user", "account");
  private static final Table KEYS = new Table("user", "subject_key");
  private static final List<String> WITH_KEY =
      List.of("subject", "email_index", "email_index_version");

  private final List<Database> databases;
  private final Path wal;
  private final List<LogFile> logs;

  public LocalInspector(Topology.Stack stack) {
    databases =
        stack.databases().entrySet().stream()
            .map(entry -> new Database(entry.getKey(), entry.getValue()))
            .toList();
    wal = Path.of(stack.dataDirectory(), "pg_wal");
    logs =
        stack.logs().entrySet().stream()
            .map(entry -> new LogFile(entry.getKey(), Path.of(entry.getValue())))
            .toList();
  }

  @Override
  public List<StoredRow> rows(Table table, Subject subject) throws IOException {
    try {
      return in(table, subject).read().stream().map(row -> new StoredRow(table, row)).toList();
    } catch (SQLException failed) {
      throw unreachable(failed);
    }
  }

  @Override
  public Search search(List<Word> words) throws IOException {
    ByteSearch search = LogSearch.search(words);
    Numbers numbers = new Numbers(words);
    List<Sighting> sightings = new ArrayList<>();
    int columns = 0;
    try {
      flushWal();
      for (Database database : databases) {
        Tables tables = new Tables(database, search, numbers);
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
      sightings.addAll(LogSearch.in(segment, "WAL " + segment.getFileName(), search));
    }
    sightings.addAll(LogSearch.of(words, logs));
    return new Search(columns, walBytes, logs.size(), sightings);
  }

  @Override
  public Damage plant(Word word) throws IOException {
    Planted planted = new Planted();
    try {
      for (LogFile log : logs) {
        planted.in(log, word.value());
      }
      for (Database database : databases) {
        planted.in(database, word.value());
      }
      return planted;
    } catch (IOException failed) {
      planted.close();
      throw failed;
    }
  }

  @Override
  public Damage flip(Table table, Subject subject, SealedPart part) throws IOException {
    return new Tampering().change(in(table, subject), Tampering.flip(part));
  }

  @Override
  public Damage swap(Table table, Subject one, Subject other) throws IOException {
    return new Tampering().change(in(table, one, other), Tampering.swapSealed(one, other));
  }

  @Override
  public Damage flip(RowKey row, SealedPart part) throws IOException {
    return new Tampering().change(in(row), Tampering.flip(part));
  }

  @Override
  public Damage swap(RowKey one, RowKey other) throws IOException {
    return new Tampering().change(in(one, other), Tampering::swapSealed);
  }

  @Override
  public Damage swapAccountsAndKeys(Subject one, Subject other) throws IOException {
    return new Tampering()
        .change(in(KEYS, one, other), Tampering.swap(List.of("subject")))
        .change(in(ACCOUNT, one, other), Tampering.swap(WITH_KEY));
  }

  @Override
  public List<LogFile> logs() {
    return logs;
  }

  private Rows in(Table table, Subject... subjects) {
    return Rows.of(database(table.database()), table.name(), List.of(subjects));
  }

  private Rows in(RowKey... rows) {
    return Rows.of(database(rows[0].table().database()), List.of(rows));
  }

  private Database database(String name) {
    return databases.stream()
        .filter(database -> database.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the stack has no such database"));
  }

  /** One log for all databases of the server. */
  private void flushWal() throws SQLException {
    try (Connection connection = databases.getFirst().connect();
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

  private static IOException unreachable(SQLException failed) {
    return new IOException("the database of the local stack refused the inspector", failed);
  }
}
