package app.lunaria.acceptance.story.stage;

import static app.lunaria.acceptance.story.stage.Actor.CYCLE;

import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.RowKey;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.inspector.Subject;
import app.lunaria.acceptance.inspector.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where cycle-service keeps what is hers. */
public final class Journal {
  public static final Table DAYS = new Table(CYCLE, "journal_day");
  public static final Table SUMMARIES = new Table(CYCLE, "cycle_summary");
  private static final Table ANSWERS = new Table(CYCLE, "idempotency_answer");
  private static final String TAG = "tag";

  private Journal() {}

  /** The row of a day, by the id that its owner was given. */
  public static RowKey day(Subject subject, String id) {
    return new RowKey(DAYS, subject, TAG, id);
  }

  /** All that is there of her, in a form that equals itself only if nothing was changed. */
  public static Map<String, List<String>> stored(Inspector inspector, Subject subject)
      throws IOException {
    Map<String, List<String>> stored = new TreeMap<>();
    for (Table table : List.of(DAYS, SUMMARIES, ANSWERS)) {
      stored.put(
          table.name(),
          inspector.rows(table, subject).stream().map(Journal::text).sorted().toList());
    }
    return stored;
  }

  private static String text(StoredRow row) {
    return row.columns().keySet().stream()
        .map(column -> column + "=" + row.shown(column))
        .collect(Collectors.joining(" "));
  }

  /** How a sealed value is shown: {@code document 0101 9a3e77… 594 bytes}. */
  public static String shown(StoredRow row, String column) {
    String bytes = row.shown(column);
    return "%s %s %s… %,d bytes"
        .formatted(column, bytes.substring(0, 4), bytes.substring(4, 10), bytes.length() / 2);
  }
}
