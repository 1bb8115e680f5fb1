package app.lunaria.cycle.journal;

import app.lunaria.cycle.day.DayEntry;
import java.util.Map;

/**
 * A day of a journal, opened.
 *
 * @param rev the number of the write to her journal by which it came, from 1; the ETag
 * @param imported what was last imported into it: format to digest of what the file said
 */
public record JournalDay(long rev, DayEntry entry, Map<String, String> imported) {
  public JournalDay {
    imported = Map.copyOf(imported);
  }

  @Override
  public String toString() {
    return "JournalDay[rev=" + rev + "]";
  }
}
