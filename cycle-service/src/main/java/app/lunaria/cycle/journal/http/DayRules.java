package app.lunaria.cycle.journal.http;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What may be written about a day. All mistakes are told together. */
public final class DayRules {
  private final List<Problem> mistakes = new ArrayList<>();

  private DayRules() {}

  /** The last day that may be written about: somewhere on earth it is tomorrow already. */
  public static LocalDate latest(LocalDate todayUtc) {
    return todayUtc.plusDays(1);
  }

  /**
   * The entry that the request describes.
   *
   * @throws app.lunaria.kit.problem.ProblemException naming every mistake by a pointer
   */
  public static DayEntry check(DayRequest request, LocalDate todayUtc) {
    DayRules rules = new DayRules();
    rules.day(request.day(), todayUtc);
    Optional<Flow> flow = rules.flow(request.flow());
    SortedSet<String> symptoms = rules.codes(request.symptoms(), "/symptoms");
    SortedSet<String> mood = rules.codes(request.mood(), "/mood");
    Optional<BasalTemperature> temperature = rules.temperature(request.temperature());
    Optional<String> notes = rules.notes(request.notes());
    if (!rules.mistakes.isEmpty()) {
      throw Problem.together(rules.mistakes).asException();
    }
    return new DayEntry(request.day(), flow, symptoms, mood, temperature, notes);
  }

  private void day(LocalDate day, LocalDate todayUtc) {
    if (day.isBefore(DayEntry.EARLIEST)) {
      mistake(ProblemType.VALUE_OUT_OF_RANGE, "/day");
    } else if (day.isAfter(latest(todayUtc))) {
      mistakes.add(
          ProblemType.DAY_IN_THE_FUTURE
              .at("/day")
              .withDetail("A journal day may be at most one day ahead of UTC."));
    }
  }

  private Optional<Flow> flow(Optional<String> text) {
    Optional<Flow> flow = text.flatMap(Flow::of);
    if (text.isPresent() && flow.isEmpty()) {
      mistake(ProblemType.VALUE_OUT_OF_RANGE, "/flow");
    }
    return flow;
  }

  private SortedSet<String> codes(Optional<List<String>> given, String pointer) {
    SortedSet<String> codes = new TreeSet<>();
    List<String> texts = given.orElse(List.of());
    for (int i = 0; i < texts.size(); i++) {
      if (DayEntry.isCode(texts.get(i))) {
        codes.add(texts.get(i));
      } else {
        mistake(ProblemType.VALUE_OUT_OF_RANGE, pointer + "/" + i);
      }
    }
    if (codes.size() > DayEntry.MOST_CODES) {
      mistake(ProblemType.VALUE_OUT_OF_RANGE, pointer);
    }
    return codes;
  }

  /** Hundredths are what a thermometer shows; more would have to be rounded, unasked. */
  private Optional<BasalTemperature> temperature(Optional<DayRequest.Temperature> given) {
    if (given.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal hundredths = BigDecimal.valueOf(given.get().celsius()).movePointRight(2);
    boolean whole = hundredths.stripTrailingZeros().scale() <= 0;
    boolean inRange =
        hundredths.compareTo(BigDecimal.valueOf(BasalTemperature.LOWEST)) >= 0
            && hundredths.compareTo(BigDecimal.valueOf(BasalTemperature.HIGHEST)) <= 0;
    if (!whole || !inRange) {
      mistake(ProblemType.VALUE_OUT_OF_RANGE, "/temperature/celsius");
      return Optional.empty();
    }
    return Optional.of(
        new BasalTemperature(hundredths.intValueExact(), given.get().excluded().orElse(false)));
  }

  /** An empty text says nothing, like one that is not there. */
  private Optional<String> notes(Optional<String> given) {
    Optional<String> notes = given.filter(text -> !text.isEmpty());
    if (notes.filter(text -> DayEntry.length(text) > DayEntry.LONGEST_NOTES).isPresent()) {
      mistakes.add(
          ProblemType.TEXT_TOO_LONG
              .at("/notes")
              .withDetail("Notes have at most 4,000 characters."));
    }
    return notes;
  }

  private void mistake(ProblemType type, String pointer) {
    mistakes.add(type.at(pointer));
  }
}
