package app.lunaria.bench.measure;

import java.util.List;
import java.util.Optional;

/**
 * What one contender gave, turn by turn.
 *
 * @param id by which targets and the chart find it; the words between slashes go from the large to
 *     the small
 * @param name for people
 */
public record Series(String id, String name, List<Reading> turns) {
  public Series {
    turns = List.copyOf(turns);
  }

  /** The values of one metric; empty if it was not measured. */
  public List<Double> of(Metric metric) {
    return turns.stream()
        .flatMap(turn -> Optional.ofNullable(turn.values().get(metric)).stream())
        .toList();
  }

  /** Empty if the metric was not measured. */
  public Optional<Spread> spread(Metric metric) {
    List<Double> values = of(metric);
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }
}
