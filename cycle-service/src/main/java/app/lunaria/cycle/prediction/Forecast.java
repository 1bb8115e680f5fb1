package app.lunaria.cycle.prediction;

import app.lunaria.cycle.prediction.length.Length;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What can be said about the next period on a day, from the starts of the earlier ones. It is no
 * contraceptive and no diagnosis.
 *
 * @param asOf the day on which it holds
 * @param next empty without a start, and when the last one is {@value Length#LONGEST} days back
 * @param probabilities of the days after {@code asOf}, rising; they sum to 1, and there are none
 *     where {@code next} is empty
 * @param late whether the 80 % interval is over, as it stood when the last period began
 * @param askForgotten whether to ask her if she forgot to log a start
 * @param lastRecordDouble whether the last completed cycle looks like two or three with the starts
 *     between them forgotten
 * @param cycles how many completed cycles are recorded
 */
public record Forecast(
    LocalDate asOf,
    Optional<NextPeriod> next,
    List<StartProbability> probabilities,
    boolean late,
    boolean askForgotten,
    boolean lastRecordDouble,
    int cycles) {
  public Forecast {
    probabilities = List.copyOf(probabilities);
    if (next.isPresent() == probabilities.isEmpty()) {
      throw new IllegalArgumentException("next and probabilities are there together");
    }
  }

  /** What can be said before any period was logged: nothing. */
  static Forecast beforeAnyPeriod(LocalDate asOf) {
    return new Forecast(asOf, Optional.empty(), List.of(), false, false, false, 0);
  }

  /** What is left to say when the last start is too long ago for any forecast. */
  static Forecast afterAllAnswers(LocalDate asOf, boolean lastRecordDouble, int cycles) {
    return new Forecast(asOf, Optional.empty(), List.of(), true, true, lastRecordDouble, cycles);
  }

  /** Without the days, which tell her rhythm. */
  @Override
  public String toString() {
    return "‹Forecast›";
  }
}
