package app.lunaria.cycle.forecast;

import app.lunaria.cycle.prediction.CycleModel;
import app.lunaria.cycle.prediction.Forecast;
import app.lunaria.cycle.summary.CycleSummary;
import app.lunaria.envelope.SubjectId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.OptionalInt;

/** Makes a person's forecast from the summary of her journal. */
@ApplicationScoped
class Forecasts {
  private final Summaries summaries;
  private final CycleModel model = CycleModel.withLiteraturePrior();

  Forecasts(Summaries summaries) {
    this.summaries = summaries;
  }

  /**
   * Her forecast and what it rests on.
   *
   * @param cycles how many completed cycles her whole journal holds
   */
  record Told(Forecast forecast, int cycles) {}

  /**
   * The forecast on a day, from the last {@value CycleModel#RECENT} cycles.
   *
   * @param asOf the date where she is
   */
  Uni<Told> of(SubjectId subject, LocalDate asOf) {
    return summaries.of(subject).map(summary -> told(summary.until(asOf), asOf));
  }

  private Told told(CycleSummary summary, LocalDate asOf) {
    return new Told(
        model.forecast(summary.recentStarts(), asOf, OptionalInt.empty(), CycleModel.RECENT),
        Math.max(0, summary.starts() - 1));
  }
}
