package app.lunaria.cycle.portability;

import app.lunaria.cycle.day.DayEntry;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** What a file turned out to be. */
public sealed interface ReadExport {

  /**
   * An export.
   *
   * @param days the days about which it says something, in order; one entry a day, never an empty
   *     one
   * @param notUnderstood what stands in it beside that, in order of kind and reason
   */
  record Understood(
      ExportFormat format, SortedMap<LocalDate, DayEntry> days, List<NotUnderstood> notUnderstood)
      implements ReadExport {
    public Understood {
      days = Collections.unmodifiableSortedMap(days);
      notUnderstood = List.copyOf(notUnderstood);
    }

    /** Without the days. */
    @Override
    public String toString() {
      return "‹Understood›";
    }
  }

  /** No export of a tracker that is known here. */
  record UnknownFormat() implements ReadExport {}

  /** Begins like one, and ends before its end. */
  record Truncated() implements ReadExport {}
}
