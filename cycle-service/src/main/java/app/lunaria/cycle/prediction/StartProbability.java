package app.lunaria.cycle.prediction;

import java.time.LocalDate;

/**
 * How likely the next period is to begin on a day.
 *
 * @param p above 0, at most 1
 */
public record StartProbability(LocalDate date, double p) {
  public StartProbability {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException("a probability is above 0 and at most 1");
    }
  }

  /** Without the day, which tells her rhythm. */
  @Override
  public String toString() {
    return "‹StartProbability›";
  }
}
