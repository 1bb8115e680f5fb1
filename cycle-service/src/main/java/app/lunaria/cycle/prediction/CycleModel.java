package app.lunaria.cycle.prediction;

import static java.time.temporal.ChronoUnit.DAYS;

import app.lunaria.cycle.prediction.length.Grid;
import app.lunaria.cycle.prediction.length.Length;
import app.lunaria.cycle.prediction.length.Posterior;
import app.lunaria.cycle.prediction.length.Prior;
import app.lunaria.cycle.prediction.length.RecordedLengths;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Forecasts the next period from the starts of the earlier ones. It learns from nobody but the
 * person who asks, keeps nothing, and gives the same answer to the same question.
 *
 * <p>An instance holds tables that take some tens of milliseconds to make; it never changes and may
 * be shared by threads. Make one where it is used, not while a native image is built.
 */
public final class CycleModel {
  /** About two years, the window of an app: older cycles say little about a rhythm that changes. */
  public static final int RECENT = 24;

  public static final int WHOLE_HISTORY = Integer.MAX_VALUE;

  public static final int YOUNGEST = 8;
  public static final int OLDEST = 80;

  /** The chance that a start is not logged. */
  private static final double FORGOTTEN = 0.05;

  private final Prior prior;
  private final double forgotten;
  private final Grid grid;

  CycleModel(Prior prior, double forgotten) {
    this.prior = prior;
    this.forgotten = forgotten;
    this.grid = new Grid(forgotten);
  }

  /** The model with a prior from the literature, fitted to no cohort. */
  public static CycleModel withLiteraturePrior() {
    return new CycleModel(Prior.LITERATURE, FORGOTTEN);
  }

  /**
   * The forecast on a day. With one start it is the prior's, with none there is nothing to say.
   *
   * @param risingStarts the first days of periods, each once, none after {@code asOf}
   * @param asOf her local date
   * @param age in whole years, {@value #YOUNGEST} to {@value #OLDEST}; shifts what is expected
   *     before her own cycles say otherwise
   * @param window how many completed cycles count, from the last one back: {@link #RECENT}, {@link
   *     #WHOLE_HISTORY} or another number from 1 on
   * @throws IllegalArgumentException if one of these does not hold
   */
  public Forecast forecast(
      List<LocalDate> risingStarts, LocalDate asOf, OptionalInt age, int window) {
    check(risingStarts, asOf, age, window);
    if (risingStarts.isEmpty()) {
      return Forecast.beforeAnyPeriod(asOf);
    }
    var records = RecordedLengths.between(risingStarts, window);
    var posterior = posterior(records, age);
    boolean lastRecordDouble = records.last().filter(posterior::saysDouble).isPresent();
    int cycles = risingStarts.size() - 1;
    LocalDate start = risingStarts.getLast();
    long day = DAYS.between(start, asOf);
    if (day >= Length.LONGEST) {
      return Forecast.afterAllAnswers(asOf, lastRecordDouble, cycles);
    }
    var running = new RunningCycle(start, (int) day, posterior.nextLength());
    return new Forecast(
        asOf,
        Optional.of(running.next()),
        running.probabilities(),
        running.isLate(),
        running.hidesForgottenStart(forgotten),
        lastRecordDouble,
        cycles);
  }

  Posterior posterior(RecordedLengths records, OptionalInt age) {
    return Posterior.of(grid, prior.atAge(age), records);
  }

  private static void check(List<LocalDate> starts, LocalDate asOf, OptionalInt age, int window) {
    for (int i = 1; i < starts.size(); i++) {
      if (!starts.get(i - 1).isBefore(starts.get(i))) {
        throw new IllegalArgumentException("the starts of periods rise");
      }
    }
    if (!starts.isEmpty() && starts.getLast().isAfter(asOf)) {
      throw new IllegalArgumentException("no period starts after the day of the forecast");
    }
    if (age.isPresent() && (age.getAsInt() < YOUNGEST || age.getAsInt() > OLDEST)) {
      throw new IllegalArgumentException("an age is between 8 and 80 years");
    }
    if (window < 1) {
      throw new IllegalArgumentException("one cycle at least counts");
    }
  }
}
