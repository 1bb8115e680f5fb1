package app.lunaria.cycle.journal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.problem.ProblemException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayQueryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final LocalDate FROM = LocalDate.of(2026, 2, 27);
  private static final LocalDate TO = LocalDate.of(2026, 3, 1);

  @Test
  void bothEndsBelongToTheSpan() {
    assertThat(query(FROM, TO, Optional.empty()).dates(TODAY))
        .containsExactly(FROM, LocalDate.of(2026, 2, 28), TO);
  }

  @Test
  void theLeapDayAndTheDayOfTheClocksAreDaysLikeOthers() {
    LocalDate leap = LocalDate.of(2024, 2, 29);
    LocalDate clocks = LocalDate.of(2026, 3, 29);

    assertThat(query(leap, leap, Optional.empty()).dates(TODAY)).containsExactly(leap);
    assertThat(query(clocks, clocks.plusDays(1), Optional.empty()).dates(TODAY)).hasSize(2);
  }

  @Test
  void whereNothingCanBeWrittenNothingIsLookedFor() {
    assertThat(
            query(LocalDate.MIN.withYear(0), LocalDate.of(9999, 12, 31), Optional.empty())
                .dates(TODAY))
        .startsWith(LocalDate.of(1900, 1, 1))
        .endsWith(TODAY.plusDays(1));
    assertThat(query(TODAY.plusDays(2), TODAY.plusDays(9), Optional.empty()).dates(TODAY))
        .isEmpty();
  }

  @Test
  void aCursorBeginsWhereThePageBeforeEnded() {
    String cursor = JournalCursor.at(TO, query(FROM, TO, Optional.empty()));

    assertThat(query(FROM, TO, Optional.of(cursor)).dates(TODAY)).containsExactly(TO);
  }

  static Stream<String> foreignCursors() {
    DayQuery query = query(FROM, TO, Optional.empty());
    String right = JournalCursor.at(TO, query);
    return Stream.of(
        "",
        "nonsense",
        right + "A",
        right.substring(1),
        right + "=",
        "B" + right.substring(1),
        JournalCursor.at(TO, query(FROM.minusDays(1), TO, Optional.empty())),
        JournalCursor.at(TO, query(FROM, TO.plusDays(1), Optional.empty())),
        JournalCursor.at(FROM.minusDays(1), query),
        JournalCursor.at(TO.plusDays(1), query));
  }

  @ParameterizedTest
  @MethodSource("foreignCursors")
  void aCursorThatIsNotOfThisQueryIsRefused(String cursor) {
    assertThatThrownBy(() -> query(FROM, TO, Optional.of(cursor)).dates(TODAY))
        .isInstanceOfSatisfying(
            ProblemException.class,
            told -> assertThat(told.problem().slug()).isEqualTo("invalid-cursor"));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
  void aPageHas1To100Days(int limit) {
    DayQuery query = new DayQuery(FROM, TO, Optional.of(limit), Optional.empty());

    assertThatThrownBy(() -> query.dates(TODAY))
        .isInstanceOfSatisfying(
            ProblemException.class,
            told -> assertThat(told.problem().errors().getFirst().pointer()).isEqualTo("/limit"));
  }

  @Test
  void aSpanDoesNotRunBackwards() {
    assertThatThrownBy(() -> query(TO, FROM, Optional.empty()).dates(TODAY))
        .isInstanceOfSatisfying(
            ProblemException.class,
            told -> assertThat(told.problem().slug()).isEqualTo("value-out-of-range"));
  }

  private static DayQuery query(LocalDate from, LocalDate to, Optional<String> cursor) {
    return new DayQuery(from, to, Optional.empty(), cursor);
  }
}
