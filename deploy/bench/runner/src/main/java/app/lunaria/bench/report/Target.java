package app.lunaria.bench.report;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.measure.Spread;
import java.util.List;
import java.util.Optional;

/**
 * A number that is to be reached.
 *
 * @param id by which the reason is found when it is not
 * @param what in words
 * @param metric of what
 * @param subject the series that is judged
 * @param baseline the series by which it is divided; empty when it is judged by itself
 * @param bound on which side it is to be
 * @param limit of what; a ratio when there is a baseline
 */
public record Target(
    String id,
    String what,
    Metric metric,
    String subject,
    Optional<String> baseline,
    Bound bound,
    double limit) {

  /** On which side of the limit. */
  public enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /** What it came to; empty when one of the two was not measured. */
  public Optional<Spread> reached(List<Series> all) {
    List<Double> mine = values(all, subject);
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    if (baseline.isEmpty()) {
      return Optional.of(Spread.of(mine));
    }
    List<Double> other = values(all, baseline.get());
    return other.isEmpty() ? Optional.empty() : Optional.of(Spread.ofRatio(mine, other));
  }

  /** Whether a value is on the right side. */
  public boolean isHeldBy(Spread reached) {
    return switch (bound) {
      case AT_LEAST -> reached.median() >= limit;
      case AT_MOST -> reached.median() <= limit;
    };
  }

  private List<Double> values(List<Series> all, String id) {
    return all.stream()
        .filter(series -> series.id().equals(id))
        .findFirst()
        .map(series -> series.of(metric))
        .orElse(List.of());
  }
}
