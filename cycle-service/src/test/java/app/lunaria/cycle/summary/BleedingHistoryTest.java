package app.lunaria.cycle.summary;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.calendar.PeriodDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BleedingHistoryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final int CHANGES = 2_000;

  /** How far back a change may be: from a single period to a life. */
  @ParameterizedTest
  @ValueSource(ints = {3, 40, 800, 3_650, 30_000})
  void afterEveryChangeItTellsWhatTheWholeJournalTells(int reach) {
    Random random = new Random(reach);
    SortedSet<LocalDate> journal = new TreeSet<>();
    BleedingHistory history = BleedingHistory.EMPTY;
    int kept = 0;
    for (int change = 0; change < CHANGES; change++) {
      LocalDate day = TODAY.minusDays(random.nextInt(reach));
      boolean before = journal.contains(day);
      boolean after = random.nextInt(3) > 0;
      put(journal, day, after);

      Optional<BleedingHistory> told = history.after(day, before, after);

      kept += told.isPresent() ? 1 : 0;
      told.ifPresent(one -> assertThat(one.summary()).isEqualTo(whole(journal)));
      history = told.orElseGet(() -> BleedingHistory.of(journal));
      assertThat(history.summary()).isEqualTo(whole(journal));
    }
    assertThat(kept)
        .as("told without the journal")
        .isGreaterThan(CHANGES / (reach > 4_000 ? 20 : 4));
  }

  /** As she lives: three bleeding days a month for sixty years, each written when it comes. */
  @Test
  void oneThatGrowsDayByDayNeverNeedsTheJournalAndStaysSmall() {
    SortedSet<LocalDate> journal = new TreeSet<>();
    BleedingHistory history = BleedingHistory.EMPTY;
    for (int day = 0; day < 60 * 365; day++) {
      LocalDate date = LocalDate.of(1970, 1, 1).plusDays(day);
      boolean bleeds = day % 28 < 3;
      put(journal, date, bleeds);

      history = history.after(date, false, bleeds).orElseThrow();

      assertThat(history.days().length()).isLessThan(60 * 28);
    }
    assertThat(history.summary()).isEqualTo(whole(journal));
  }

  @Test
  void aStartIsTakenBackAndGivenAgain() {
    BleedingHistory three = BleedingHistory.of(days(0, 1, 28, 29, 56));

    BleedingHistory two = three.after(day(56), true, false).orElseThrow();

    assertThat(two.summary()).isEqualTo(whole(days(0, 1, 28, 29)));
    assertThat(two.after(day(56), false, true).orElseThrow().summary())
        .isEqualTo(whole(days(0, 1, 28, 29, 56)));
  }

  @Test
  void whatWasLeftOutIsNotGuessed() {
    SortedSet<LocalDate> journal = new TreeSet<>();
    for (int period = 0; period < 100; period++) {
      journal.add(day(28 * period));
    }
    BleedingHistory history = BleedingHistory.of(journal);

    assertThat(history.after(day(14), false, true)).isEmpty();
    assertThat(history.after(day(28), true, false)).isEmpty();
    assertThat(history.after(history.from().minusDays(1), false, true)).isEmpty();
  }

  @Test
  void aDayThatWasNotAsItSaysIsNotGuessed() {
    BleedingHistory history = BleedingHistory.of(days(0, 28));

    assertThat(history.after(day(28), false, true)).isEmpty();
    assertThat(history.after(day(29), true, false)).isEmpty();
    assertThat(BleedingHistory.EMPTY.after(day(0), true, false)).isEmpty();
  }

  @Test
  void aChangeWithoutBleedingChangesNothing() {
    BleedingHistory history = BleedingHistory.of(days(0, 28));

    assertThat(history.after(day(3), false, false)).containsSame(history);
    assertThat(history.after(day(28), true, true)).containsSame(history);
  }

  private static void put(SortedSet<LocalDate> journal, LocalDate day, boolean bleeds) {
    if (bleeds) {
      journal.add(day);
    } else {
      journal.remove(day);
    }
  }

  private static SortedSet<LocalDate> days(Integer... offsets) {
    SortedSet<LocalDate> days = new TreeSet<>();
    List.of(offsets).forEach(offset -> days.add(day(offset)));
    return days;
  }

  private static LocalDate day(int offset) {
    return LocalDate.of(2020, 1, 1).plusDays(offset);
  }

  /** By the definition, from all days. */
  private static CycleSummary whole(SortedSet<LocalDate> journal) {
    List<LocalDate> starts = PeriodDates.starts(journal);
    return new CycleSummary(
        starts.subList(Math.max(0, starts.size() - 27), starts.size()), starts.size());
  }
}
