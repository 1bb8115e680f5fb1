package app.lunaria.bench.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What one turn gave. */
public record Reading(Map<Metric, Double> values) {
  public Reading {
    values = Map.copyOf(values);
  }

  @JsonCreator
  static Reading of(Map<String, Double> byText) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    byText.forEach((text, value) -> values.put(Metric.of(text), value));
    return new Reading(values);
  }

  /** In the order of the metrics, so that a report is the same for the same numbers. */
  @JsonValue
  @Override
  public Map<Metric, Double> values() {
    return new TreeMap<>(values);
  }
}
