package app.lunaria.cycle.prediction;

import java.time.LocalDate;

/**
 * When the next period begins: a range, and the day in its middle.
 *
 * @param median as likely to be passed as not
 * @param p10 the first day of the interval that holds four of five
 * @param p90 its last day
 */
public record NextPeriod(LocalDate median, LocalDate p10, LocalDate p90) {
  public NextPeriod {
    if (median.isBefore(p10) || median.isAfter(p90)) {
      throw new IllegalArgumentException("the median lies in the interval");
    }
  }

  /** Without the days, which tell her rhythm. */
  @Override
  public String toString() {
    return "‹NextPeriod›";
  }
}
