package app.lunaria.cycle.journal.http;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which days are asked for.
 *
 * @param from the first, inclusive
 * @param to the last, inclusive
 * @param limit 1 to 100; 100 if not given
 * @param cursor {@code next} of the page before
 */
@RegisterForReflection
record DayQuery(LocalDate from, LocalDate to, Optional<Integer> limit, Optional<String> cursor) {
  private static final int MOST = 100;

  /**
   * The dates that this page may be about, ascending; outside of what can be written there is
   * nothing.
   *
   * @throws app.lunaria.kit.problem.ProblemException value-out-of-range or invalid-cursor
   */
  List<LocalDate> dates(LocalDate todayUtc) {
    List<Problem> mistakes = new ArrayList<>();
    if (from.isAfter(to)) {
      mistakes.add(ProblemType.VALUE_OUT_OF_RANGE.at("/from"));
    }
    if (limit.filter(asked -> asked < 1 || asked > MOST).isPresent()) {
      mistakes.add(ProblemType.VALUE_OUT_OF_RANGE.at("/limit"));
    }
    if (!mistakes.isEmpty()) {
      throw Problem.together(mistakes).asException();
    }
    LocalDate first = cursor.map(text -> JournalCursor.dateIn(text, this)).orElse(from);
    LocalDate begin = first.isBefore(DayEntry.EARLIEST) ? DayEntry.EARLIEST : first;
    LocalDate latest = DayRules.latest(todayUtc);
    LocalDate end = to.isAfter(latest) ? latest : to;
    return begin.isAfter(end) ? List.of() : begin.datesUntil(end.plusDays(1)).toList();
  }

  int size() {
    return limit.orElse(MOST);
  }

  @Override
  public String toString() {
    return "‹DayQuery›";
  }
}
