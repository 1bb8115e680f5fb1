package app.lunaria.cycle.prediction;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for any history, searched among some hundred that were drawn, odd ones among them. */
class CycleModelPropertiesTest {
  private static final CycleModel MODEL = CycleModel.withLiteraturePrior();

  /** A question about the forecast; its text says how it was drawn. */
  private record Drawn(
      long seed, List<LocalDate> starts, LocalDate asOf, OptionalInt age, int window) {
    Forecast forecast() {
      return MODEL.forecast(starts, asOf, age, window);
    }

    /** The day of the cycle, 0 on its first. */
    long day() {
      return DAYS.between(starts.getLast(), asOf);
    }

    Drawn onTheNextDay() {
      return new Drawn(seed, starts, asOf.plusDays(1), age, window);
    }

    Drawn moved(int days) {
      return new Drawn(
          seed,
          starts.stream().map(start -> start.plusDays(days)).toList(),
          asOf.plusDays(days),
          age,
          window);
    }

    @Override
    public String toString() {
      return "seed " + seed;
    }
  }

  private static final List<Drawn> DRAWN =
      IntStream.range(0, 300).mapToObj(CycleModelPropertiesTest::draw).toList();

  private static Drawn draw(int seed) {
    Random random = new Random(seed);
    List<LocalDate> starts = new ArrayList<>();
    starts.add(LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000)));
    int cycles = random.nextInt(4) == 0 ? random.nextInt(520) : random.nextInt(30);
    int longest = List.of(10, 35, 60, 400).get(random.nextInt(4));
    for (int i = 0; i < cycles; i++) {
      starts.add(starts.getLast().plusDays(1 + random.nextInt(longest)));
    }
    return new Drawn(
        seed,
        starts,
        starts.getLast().plusDays(random.nextInt(random.nextBoolean() ? 40 : 250)),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(8 + random.nextInt(73)),
        random.nextBoolean() ? CycleModel.RECENT : CycleModel.WHOLE_HISTORY);
  }

  @Test
  void theAnswerIsADistributionOverDaysToCome() {
    assertThat(DRAWN)
        .allSatisfy(
            question -> {
              Forecast forecast = question.forecast();

              assertThat(forecast.cycles()).isEqualTo(question.starts().size() - 1);
              assertThat(forecast.next().isPresent()).isEqualTo(question.day() < 180);
              if (forecast.next().isPresent()) {
                assertThat(sum(forecast)).isEqualTo(1, within(1e-9));
                assertThat(forecast.probabilities())
                    .extracting(StartProbability::date)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(date -> date.isAfter(question.asOf()));
              }
            });
  }

  @Test
  void theIntervalHoldsFourOfFiveAndTheMedianHalvesThem() {
    assertThat(DRAWN)
        .filteredOn(question -> question.day() < 180)
        .allSatisfy(
            question -> {
              Forecast forecast = question.forecast();
              NextPeriod next = forecast.next().orElseThrow();

              assertReaches(0.1, forecast, next.p10());
              assertReaches(0.5, forecast, next.median());
              assertReaches(0.9, forecast, next.p90());
            });
  }

  private static void assertReaches(double share, Forecast forecast, LocalDate day) {
    double trimmed = 1e-4;
    assertThat(upTo(forecast, day)).isGreaterThan(share - trimmed);
    assertThat(upTo(forecast, day.minusDays(1))).isLessThan(share + trimmed);
  }

  @Test
  void movingAllDatesMovesTheAnswer() {
    assertThat(DRAWN)
        .allSatisfy(
            question -> {
              int days = 1 + new Random(question.seed()).nextInt(30_000);

              assertThat(question.moved(days).forecast())
                  .isEqualTo(moved(question.forecast(), days));
            });
  }

  private static Forecast moved(Forecast forecast, int days) {
    return new Forecast(
        forecast.asOf().plusDays(days),
        forecast
            .next()
            .map(
                next ->
                    new NextPeriod(
                        next.median().plusDays(days),
                        next.p10().plusDays(days),
                        next.p90().plusDays(days))),
        forecast.probabilities().stream()
            .map(start -> new StartProbability(start.date().plusDays(days), start.p()))
            .toList(),
        forecast.late(),
        forecast.askForgotten(),
        forecast.lastRecordDouble(),
        forecast.cycles());
  }

  @Test
  void whatIsLateOrAskedOnADayIsSoOnTheNext() {
    assertThat(DRAWN)
        .allSatisfy(
            question -> {
              Forecast today = question.forecast();
              Forecast tomorrow = question.onTheNextDay().forecast();

              assertThat(tomorrow.late() || !today.late()).isTrue();
              assertThat(tomorrow.askForgotten() || !today.askForgotten()).isTrue();
            });
  }

  @Test
  void theSameQuestionHasTheSameAnswerInEveryThread() {
    List<Forecast> alone = DRAWN.stream().map(Drawn::forecast).toList();

    List<CompletableFuture<Forecast>> together =
        DRAWN.reversed().stream().map(q -> CompletableFuture.supplyAsync(q::forecast)).toList();

    assertThat(together.stream().map(CompletableFuture::join)).isEqualTo(alone.reversed());
  }

  private static double sum(Forecast forecast) {
    return forecast.probabilities().stream().mapToDouble(StartProbability::p).sum();
  }

  private static double upTo(Forecast forecast, LocalDate day) {
    return forecast.probabilities().stream()
        .filter(start -> !start.date().isAfter(day))
        .mapToDouble(StartProbability::p)
        .sum();
  }
}
