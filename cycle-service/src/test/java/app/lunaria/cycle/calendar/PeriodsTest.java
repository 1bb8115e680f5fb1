package app.lunaria.cycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodsTest {
  private static final int SEARCHED = 500;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          no day at all,                         '',                                 ''
          a single day,                          2025-03-10,                         2025-03-10
          neighbouring days,                     2025-03-10 2025-03-11 2025-03-12,   2025-03-10
          one day without bleeding between,      2025-03-10 2025-03-12,              2025-03-10
          two days without bleeding between,     2025-03-10 2025-03-13,              2025-03-10 2025-03-13
          one day without bleeding and again,    2025-03-10 2025-03-12 2025-03-14,   2025-03-10
          a cycle later,                         2025-03-10 2025-03-11 2025-04-07,   2025-03-10 2025-04-07
          over the end of a year,                2024-12-31 2025-01-02,              2024-12-31
          from the end of a year to two days on, 2024-12-30 2025-01-02,              2024-12-30 2025-01-02
          over a leap day without bleeding,      2024-02-28 2024-03-01,              2024-02-28
          two days over a leap day,              2024-02-27 2024-03-01,              2024-02-27 2024-03-01
          a month's end without a leap day,      2025-02-27 2025-03-01,              2025-02-27
          on a leap day,                         2024-02-29 2024-03-01,              2024-02-29
          a century without a leap day,          1900-02-27 1900-03-01,              1900-02-27
          a night that loses an hour,            2026-03-28 2026-03-30,              2026-03-28
          two days around such a night,          2026-03-28 2026-03-31,              2026-03-28 2026-03-31
          """)
  void aPeriodBeginsAfterTwoDaysWithoutBleeding(String name, String bleeding, String starts) {
    assertThat(PeriodDates.starts(dates(bleeding))).containsExactlyElementsOf(dates(starts));
  }

  @Test
  void anySetOfDaysIsCutWhereNeighboursAreThreeDaysApart() {
    Random random = new Random(1);
    for (int i = 0; i < SEARCHED; i++) {
      SortedSet<LocalDate> bleeding = randomDays(random);

      assertThat(PeriodDates.starts(bleeding)).isEqualTo(startsByGaps(bleeding));
    }
  }

  @Test
  void movingAllDaysMovesAllStarts() {
    Random random = new Random(2);
    for (int i = 0; i < SEARCHED; i++) {
      SortedSet<LocalDate> bleeding = randomDays(random);
      int days = random.nextInt(100_000);

      assertThat(PeriodDates.starts(moved(bleeding, days)))
          .containsExactlyElementsOf(moved(new TreeSet<>(PeriodDates.starts(bleeding)), days));
    }
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void spottingIsNoBleedingDayAndHeavierIs(Flow flow) {
    DayEntry empty = DayEntry.empty(LocalDate.of(2025, 3, 10));
    var day =
        new DayEntry(
            empty.date(),
            Optional.of(flow),
            empty.symptoms(),
            empty.mood(),
            empty.temperature(),
            empty.notes());

    assertThat(Periods.isBleedingDay(day))
        .isEqualTo(!EnumSet.of(Flow.NONE, Flow.SPOTTING).contains(flow));
  }

  @Test
  void aDayWithoutAWordAboutFlowIsNoBleedingDay() {
    assertThat(Periods.isBleedingDay(DayEntry.empty(LocalDate.of(2025, 3, 10)))).isFalse();
  }

  /** The rule in the other words: the first day, and every one three days or more after another. */
  private static List<LocalDate> startsByGaps(SortedSet<LocalDate> bleeding) {
    List<LocalDate> starts = new ArrayList<>();
    LocalDate previous = LocalDate.EPOCH;
    for (LocalDate day : bleeding) {
      if (starts.isEmpty() || ChronoUnit.DAYS.between(previous, day) >= 3) {
        starts.add(day);
      }
      previous = day;
    }
    return starts;
  }

  private static SortedSet<LocalDate> randomDays(Random random) {
    double share = random.nextDouble();
    LocalDate first = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
    return random
        .ints(0, 120)
        .limit((long) (share * 120))
        .mapToObj(first::plusDays)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<LocalDate> moved(SortedSet<LocalDate> days, int by) {
    return days.stream()
        .map(day -> day.plusDays(by))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<LocalDate> dates(String text) {
    return Arrays.stream(text.split(" "))
        .filter(date -> !date.isEmpty())
        .map(LocalDate::parse)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
