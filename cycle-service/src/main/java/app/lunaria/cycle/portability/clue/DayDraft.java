package app.lunaria.cycle.portability.clue;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import app.lunaria.cycle.portability.NotUnderstood.Reason;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A day while it is gathered from what the file says about it, in the file's order. */
final class DayDraft {
  private static final Optional<Reason> UNDERSTOOD = Optional.empty();

  private Optional<Flow> flow = Optional.empty();
  private final SortedSet<String> symptoms = new TreeSet<>();
  private final SortedSet<String> mood = new TreeSet<>();
  private Optional<BasalTemperature> temperature = Optional.empty();
  private final Set<String> notes = new LinkedHashSet<>();
  private int notesLength;

  /**
   * Takes a value in.
   *
   * @return why not, or why not in full; empty if it was understood
   */
  Optional<Reason> add(ClueKind kind, Value value) {
    return switch (kind.place()) {
      case PERIOD -> period(value);
      case SPOTTING -> spotting(kind, value);
      case TEMPERATURE -> temperature(value);
      case NOTES -> note(value);
      case TAGS -> tag(kind, value);
      case MOOD -> code(mood, kind, value);
      case SYMPTOMS -> code(symptoms, kind, value);
    };
  }

  /** Bleeding is never lost: where its amount is not understood, it is unspecified. */
  private Optional<Reason> period(Value value) {
    Optional<Flow> known =
        switch (value) {
          case Value.Text(String text) -> Flow.of(ClueKind.kebab(text));
          case Value.Marked() -> Optional.of(Flow.UNSPECIFIED);
          case Value.Degrees _, Value.Unfit _ -> Optional.empty();
        };
    bled(known.orElse(Flow.UNSPECIFIED));
    return known.isPresent() ? UNDERSTOOD : Optional.of(Reason.UNKNOWN_VALUE);
  }

  private Optional<Reason> spotting(ClueKind kind, Value value) {
    bled(Flow.SPOTTING);
    return value instanceof Value.Marked ? UNDERSTOOD : code(symptoms, kind, value);
  }

  /** Of two reports the heavier counts. */
  private void bled(Flow reported) {
    flow = Optional.of(flow.map(reported::heavier).orElse(reported));
  }

  private Optional<Reason> temperature(Value value) {
    return switch (value) {
      case Value.Degrees(long hundredths, boolean excluded) -> {
        if (!BasalTemperature.isInRange(hundredths)) {
          yield Optional.of(Reason.VALUE_OUT_OF_RANGE);
        }
        BasalTemperature reported = new BasalTemperature((int) hundredths, excluded);
        temperature = temperature.or(() -> Optional.of(reported));
        yield temperature.filter(reported::equals).isPresent()
            ? UNDERSTOOD
            : Optional.of(Reason.REPEATED_VALUE);
      }
      case Value.Text _, Value.Marked _ -> Optional.of(Reason.UNKNOWN_VALUE);
      case Value.Unfit(Reason reason) -> Optional.of(reason);
    };
  }

  private Optional<Reason> note(Value value) {
    return switch (value) {
      case Value.Text(String text) -> line(text);
      case Value.Marked _, Value.Degrees _ -> Optional.of(Reason.UNKNOWN_VALUE);
      case Value.Unfit(Reason reason) -> Optional.of(reason);
    };
  }

  /** Her own words: a code if they can be one, and otherwise a line of the notes. */
  private Optional<Reason> tag(ClueKind kind, Value value) {
    boolean codeable = value instanceof Value.Text(String text) && kind.code(text).isPresent();
    return codeable ? code(symptoms, kind, value) : note(value);
  }

  /** The notes of a day are the different texts of the file, one under the other. */
  private Optional<Reason> line(String text) {
    if (notes.contains(text)) {
      return UNDERSTOOD;
    }
    int length = notesLength + (notes.isEmpty() ? 0 : 1) + DayEntry.length(text);
    if (length > DayEntry.LONGEST_NOTES) {
      return Optional.of(Reason.TEXT_TOO_LONG);
    }
    notes.add(text);
    notesLength = length;
    return UNDERSTOOD;
  }

  private static Optional<Reason> code(SortedSet<String> codes, ClueKind kind, Value value) {
    return switch (value) {
      case Value.Text(String text) -> code(codes, kind.code(text));
      case Value.Marked() -> code(codes, kind.code());
      case Value.Degrees _ -> Optional.of(Reason.UNKNOWN_VALUE);
      case Value.Unfit(Reason reason) -> Optional.of(reason);
    };
  }

  private static Optional<Reason> code(SortedSet<String> codes, Optional<String> code) {
    if (code.isEmpty()) {
      return Optional.of(Reason.UNKNOWN_VALUE);
    }
    if (codes.size() >= DayEntry.MOST_CODES && !codes.contains(code.get())) {
      return Optional.of(Reason.TOO_MANY);
    }
    codes.add(code.get());
    return UNDERSTOOD;
  }

  /** The day; {@link DayEntry#empty} if nothing was taken in. */
  DayEntry entry(LocalDate date) {
    return new DayEntry(
        date,
        flow,
        symptoms,
        mood,
        temperature,
        Optional.of(String.join("\n", notes)).filter(text -> !text.isEmpty()));
  }
}
