package app.lunaria.cycle.portability.clue;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.portability.ExportFormat;
import app.lunaria.cycle.portability.Leftovers;
import app.lunaria.cycle.portability.NotUnderstood.Reason;
import app.lunaria.cycle.portability.ReadExport;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers days, and counts what does not become part of one. */
final class ClueDays {
  private static final int DATE_LENGTH = "2026-11-28".length();

  /**
   * Values of one file: fifty years of twenty a day would fit. A file made to fill the memory has
   * more, and the surplus is reported.
   */
  static final int MOST_VALUES = 350_000;

  private final LocalDate latest;
  private final TreeMap<LocalDate, DayDraft> drafts = new TreeMap<>();
  private final Leftovers leftovers = new Leftovers();
  private int taken;

  ClueDays(LocalDate latest) {
    this.latest = latest;
  }

  /**
   * Takes in what the file says of a kind on a day.
   *
   * @param day the local date, alone or with a time behind it
   * @param name of the kind
   */
  void add(String day, String name, Values values) {
    if (values.kept().isEmpty()) {
      return;
    }
    Optional<ClueKind> kind = ClueKind.named(name);
    Optional<LocalDate> date = date(day);
    Optional<Reason> objection =
        kind.isEmpty()
            ? Optional.of(Reason.UNKNOWN_KIND)
            : date.map(this::objection).orElse(Optional.of(Reason.IMPOSSIBLE_DATE));
    if (objection.isPresent()) {
      leftovers.add(name, objection.get());
      return;
    }
    DayDraft draft = drafts.computeIfAbsent(date.orElseThrow(), _ -> new DayDraft());
    for (Value value : values.kept()) {
      Optional<Reason> reason =
          taken++ < MOST_VALUES
              ? draft.add(kind.orElseThrow(), value)
              : Optional.of(Reason.TOO_MANY);
      reason.ifPresent(why -> leftovers.add(name, why));
    }
    if (values.surplus() > 0) {
      leftovers.add(name, Reason.TOO_MANY, values.surplus());
    }
  }

  /**
   * Counts a record from which nothing can be had.
   *
   * @param name of the kind, if that much is clear
   */
  void malformed(String name) {
    leftovers.add(name, Reason.MALFORMED_RECORD);
  }

  /** The time behind a date is not looked at: the day is the one that she saw, in no zone. */
  private static Optional<LocalDate> date(String day) {
    boolean alone = day.length() == DATE_LENGTH;
    if (!alone && (day.length() < DATE_LENGTH || "T ".indexOf(day.charAt(DATE_LENGTH)) < 0)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(day.substring(0, DATE_LENGTH)));
    } catch (DateTimeParseException noSuchDay) {
      return Optional.empty();
    }
  }

  private Optional<Reason> objection(LocalDate date) {
    if (date.isAfter(latest)) {
      return Optional.of(Reason.DAY_IN_THE_FUTURE);
    }
    return date.isBefore(DayEntry.EARLIEST)
        ? Optional.of(Reason.VALUE_OUT_OF_RANGE)
        : Optional.empty();
  }

  /** What was gathered. Each draft is let go as its day is made. */
  ReadExport.Understood understood() {
    SortedMap<LocalDate, DayEntry> days = new TreeMap<>();
    while (!drafts.isEmpty()) {
      var first = drafts.pollFirstEntry();
      DayEntry entry = first.getValue().entry(first.getKey());
      if (!entry.equals(DayEntry.empty(first.getKey()))) {
        days.put(first.getKey(), entry);
      }
    }
    return new ReadExport.Understood(ExportFormat.CLUE, days, leftovers.lines());
  }
}
