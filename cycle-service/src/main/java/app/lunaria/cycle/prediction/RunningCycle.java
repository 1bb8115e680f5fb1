package app.lunaria.cycle.prediction;

import app.lunaria.cycle.prediction.length.Length;
import app.lunaria.cycle.prediction.length.LengthDistribution;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The cycle that is still open: it began with the last start, and its end is the forecast. */
final class RunningCycle {
  private static final double MEDIAN = 0.5;

  /** The bounds of the 80 % interval. */
  private static final double LOWER = 0.1;

  private static final double UPPER = 0.9;

  /** A start less likely than this is not worth a line of an answer. */
  private static final double LEAST_SHOWN = 1e-6;

  private final LocalDate start;
  private final int day;
  private final LengthDistribution onDayZero;
  private final LengthDistribution today;

  /**
   * @param start its first day
   * @param day of the cycle, 0 on the first; less than {@link Length#LONGEST}
   * @param length how likely each length was on day 0
   */
  RunningCycle(LocalDate start, int day, LengthDistribution length) {
    this.start = start;
    this.day = day;
    this.onDayZero = length;
    this.today = length.ifLongerThan(day);
  }

  /** The next period, which has not begun by today. */
  NextPeriod next() {
    return new NextPeriod(
        start.plusDays(today.quantile(MEDIAN)),
        start.plusDays(today.quantile(LOWER)),
        start.plusDays(today.quantile(UPPER)));
  }

  /** The days on which it may begin; what is left out is shared among the others. */
  List<StartProbability> probabilities() {
    int[] shown =
        IntStream.rangeClosed(Length.SHORTEST, Length.LONGEST)
            .filter(days -> today.chance(days) >= LEAST_SHOWN)
            .toArray();
    double sum = IntStream.of(shown).mapToDouble(today::chance).sum();
    return IntStream.of(shown)
        .mapToObj(days -> new StartProbability(start.plusDays(days), today.chance(days) / sum))
        .toList();
  }

  /**
   * Whether the interval is over as it stood on day 0; the one of today, which knows that the
   * period has not begun yet, never is.
   */
  boolean isLate() {
    return day > onDayZero.quantile(UPPER);
  }

  /**
   * Whether it has looked, today or before, as if its end was there and was not logged.
   *
   * @param forgotten the chance that a start is not logged
   */
  boolean hidesForgottenStart(double forgotten) {
    return new ForgottenStart(onDayZero, forgotten).isLikelyBy(day);
  }
}
