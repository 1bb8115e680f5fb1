package app.lunaria.cycle.forecast;

import app.lunaria.cycle.prediction.Forecast;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as its owner gets it.
 *
 * @param asOf the date where she is
 * @param next null before her first period, and when the last one is half a year back
 * @param cycles how many completed cycles her journal holds
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.ALWAYS)
record ForecastView(
    LocalDate asOf,
    @Nullable Next next,
    List<Probability> probabilities,
    boolean late,
    boolean askForgotten,
    boolean lastRecordDouble,
    int cycles) {

  /** The most likely start and the days between which it falls 8 times of 10. */
  @RegisterForReflection
  record Next(LocalDate median, LocalDate p10, LocalDate p90) {
    @Override
    public String toString() {
      return "‹Next›";
    }
  }

  /** How probable it is that her period starts on that date. */
  @RegisterForReflection
  record Probability(LocalDate date, double p) {
    @Override
    public String toString() {
      return "‹Probability›";
    }
  }

  static ForecastView of(Forecasts.Told told) {
    Forecast forecast = told.forecast();
    return new ForecastView(
        forecast.asOf(),
        forecast.next().map(next -> new Next(next.median(), next.p10(), next.p90())).orElse(null),
        forecast.probabilities().stream()
            .map(start -> new Probability(start.date(), start.p()))
            .toList(),
        forecast.late(),
        forecast.askForgotten(),
        forecast.lastRecordDouble(),
        told.cycles());
  }

  @Override
  public String toString() {
    return "‹ForecastView›";
  }
}
