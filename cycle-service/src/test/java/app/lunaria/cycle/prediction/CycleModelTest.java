package app.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import app.lunaria.cycle.prediction.length.Length;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycleModelTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);
  private static final CycleModel MODEL = CycleModel.withLiteraturePrior();
  private static final OptionalInt NO_AGE = OptionalInt.empty();

  private static List<LocalDate> starts(int... lengths) {
    List<LocalDate> starts = new ArrayList<>(List.of(FIRST));
    for (int length : lengths) {
      starts.add(starts.getLast().plusDays(length));
    }
    return starts;
  }

  private static Forecast forecast(List<LocalDate> starts, int day) {
    return MODEL.forecast(starts, starts.getLast().plusDays(day), NO_AGE, CycleModel.WHOLE_HISTORY);
  }

  @Test
  void beforeAnyPeriodThereIsNothingToSay() {
    Forecast forecast = MODEL.forecast(List.of(), FIRST, NO_AGE, CycleModel.RECENT);

    assertThat(forecast.next()).isEmpty();
    assertThat(forecast.probabilities()).isEmpty();
    assertThat(forecast.late()).isFalse();
    assertThat(forecast.askForgotten()).isFalse();
    assertThat(forecast.lastRecordDouble()).isFalse();
    assertThat(forecast.cycles()).isZero();
  }

  @Test
  void oneStartGivesThePrior() {
    Forecast forecast = forecast(starts(), 0);

    assertThat(forecast.cycles()).isZero();
    assertThat(forecast.next().orElseThrow().median()).isEqualTo(FIRST.plusDays(29));
    assertThat(forecast.lastRecordDouble()).isFalse();
  }

  @Test
  void theNextPeriodIsARangeWithADayInIt() {
    NextPeriod next = forecast(starts(28, 30, 27, 28, 29), 0).next().orElseThrow();

    assertThat(next)
        .isEqualTo(
            new NextPeriod(
                FIRST.plusDays(142 + 28), FIRST.plusDays(142 + 26), FIRST.plusDays(142 + 31)));
  }

  @Test
  void nothingIsForecastForADayThatPassed() {
    List<LocalDate> starts = starts(28, 30, 27, 28, 29);

    for (int day = 0; day < Length.LONGEST; day++) {
      Forecast forecast = forecast(starts, day);
      assertThat(forecast.probabilities()).isNotEmpty().allMatch(isAfter(forecast.asOf()));
      assertThat(forecast.next().orElseThrow().p10()).isAfter(forecast.asOf());
    }
  }

  private static Predicate<StartProbability> isAfter(LocalDate day) {
    return start -> start.date().isAfter(day);
  }

  @Test
  void probabilitiesSumToOneAndLeaveOutWhatIsNegligible() {
    List<LocalDate> starts = starts(28, 30, 27, 28, 29);

    for (int day = 0; day < Length.LONGEST; day++) {
      List<StartProbability> probabilities = forecast(starts, day).probabilities();
      assertThat(probabilities.stream().mapToDouble(StartProbability::p).sum())
          .isEqualTo(1, within(1e-9));
      assertThat(probabilities).allMatch(start -> start.p() >= 1e-6);
      assertThat(probabilities).extracting(StartProbability::date).isSorted();
    }
  }

  @Test
  void lateBeginsAfterTheIntervalOfDayZeroAndNeverEnds() {
    List<LocalDate> starts = starts(28, 30, 27, 28, 29);
    LocalDate last = forecast(starts, 0).next().orElseThrow().p90();

    for (int day = 0; day < 400; day++) {
      Forecast forecast = forecast(starts, day);
      assertThat(forecast.late()).isEqualTo(forecast.asOf().isAfter(last));
    }
  }

  /** The planted fault: the interval that knows today's date is never over. */
  @Test
  void theIntervalOfTodayWouldNeverBeLate() {
    List<LocalDate> starts = starts(28, 30, 27, 28, 29);

    assertThat(IntStream.range(0, Length.LONGEST).mapToObj(day -> forecast(starts, day)))
        .noneMatch(forecast -> forecast.asOf().isAfter(forecast.next().orElseThrow().p90()));
  }

  @Test
  void theQuestionForAForgottenStartLatches() {
    List<LocalDate> starts = starts(28, 28, 28, 28, 28, 28, 28, 28);
    int asked =
        IntStream.range(0, Length.LONGEST)
            .filter(day -> forecast(starts, day).askForgotten())
            .findFirst()
            .orElseThrow();

    assertThat(asked).isBetween(30, 40);
    assertThat(IntStream.range(asked, 400)).allMatch(day -> forecast(starts, day).askForgotten());
  }

  @ParameterizedTest
  @ValueSource(ints = {180, 181, 5000})
  void afterHalfAYearThereIsNoAnswer(int day) {
    Forecast forecast = forecast(starts(28, 56), day);

    assertThat(forecast.next()).isEmpty();
    assertThat(forecast.probabilities()).isEmpty();
    assertThat(forecast.late()).isTrue();
    assertThat(forecast.askForgotten()).isTrue();
    assertThat(forecast.lastRecordDouble()).isTrue();
    assertThat(forecast.cycles()).isEqualTo(2);
  }

  @Test
  void theDayBeforeThereIsOneDayLeft() {
    Forecast forecast = forecast(starts(28, 28), 179);

    assertThat(forecast.probabilities())
        .containsExactly(new StartProbability(forecast.asOf().plusDays(1), 1));
  }

  @ParameterizedTest
  @CsvSource({"28, false", "35, false", "56, true", "57, true", "84, true"})
  void theLastRecordIsDoubledWhenItLooksLikeTwoOrMore(int last, boolean doubled) {
    assertThat(forecast(starts(28, 29, 27, 28, last), 0).lastRecordDouble()).isEqualTo(doubled);
  }

  @Test
  void onlyTheLastRecordIsJudged() {
    assertThat(forecast(starts(28, 29, 56, 28), 0).lastRecordDouble()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"29, false", "40, false", "60, true"})
  void anOnlyRecordIsJudgedByThePrior(int only, boolean doubled) {
    assertThat(forecast(starts(only), 0).lastRecordDouble()).isEqualTo(doubled);
  }

  /** An admitted limit: at first two forgotten halves are likelier than a rhythm that rare. */
  @ParameterizedTest
  @CsvSource({"5, 45, false", "3, 56, true", "12, 56, false"})
  void aRareRhythmIsBelievedWhenItLasts(int cycles, int length, boolean doubled) {
    int[] lengths = IntStream.generate(() -> length).limit(cycles).toArray();

    assertThat(forecast(starts(lengths), 0).lastRecordDouble()).isEqualTo(doubled);
  }

  @Test
  void ageMovesWhatIsExpectedBeforeCyclesSayOtherwise() {
    LocalDate young = nextAtAge(22, starts()).median();
    LocalDate older = nextAtAge(44, starts()).median();

    assertThat(young).isAfter(older);
  }

  @Test
  void manyCyclesOutvoteTheAge() {
    List<LocalDate> starts = starts(28, 29, 28, 27, 28, 29, 28, 28, 27, 28, 28, 29);

    assertThat(nextAtAge(44, starts).median()).isEqualTo(nextAtAge(22, starts).median());
  }

  private static NextPeriod nextAtAge(int age, List<LocalDate> starts) {
    return MODEL
        .forecast(starts, starts.getLast(), OptionalInt.of(age), CycleModel.RECENT)
        .next()
        .orElseThrow();
  }

  @Test
  void theWindowForgetsWhatIsOlderAndStillCountsIt() {
    int[] lengths = IntStream.range(0, 60).map(i -> i < 36 ? 36 : 26).toArray();
    List<LocalDate> starts = starts(lengths);

    Forecast recent = MODEL.forecast(starts, starts.getLast(), NO_AGE, CycleModel.RECENT);
    Forecast whole = MODEL.forecast(starts, starts.getLast(), NO_AGE, CycleModel.WHOLE_HISTORY);

    assertThat(recent.next().orElseThrow().median()).isEqualTo(starts.getLast().plusDays(26));
    assertThat(whole.next().orElseThrow().median()).isAfter(starts.getLast().plusDays(26));
    assertThat(recent.cycles()).isEqualTo(60);
  }

  @Test
  void startsThatDoNotRiseAreRefused() {
    LocalDate next = FIRST.plusDays(28);

    refused(List.of(next, FIRST), next, NO_AGE, CycleModel.RECENT);
    refused(List.of(FIRST, FIRST), next, NO_AGE, CycleModel.RECENT);
  }

  @Test
  void aStartAfterTheDayOfTheForecastIsRefused() {
    refused(List.of(FIRST), FIRST.minusDays(1), NO_AGE, CycleModel.RECENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 7, 81})
  void anAgeOutOfRangeIsRefused(int age) {
    refused(List.of(FIRST), FIRST, OptionalInt.of(age), CycleModel.RECENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aWindowWithoutAnyCycleIsRefused(int window) {
    refused(List.of(FIRST), FIRST, NO_AGE, window);
  }

  private static void refused(List<LocalDate> starts, LocalDate asOf, OptionalInt age, int window) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MODEL.forecast(starts, asOf, age, window))
        .withMessageNotContaining("20");
  }

  @Test
  void noTextOfAForecastTellsADate() {
    Forecast forecast = forecast(starts(28, 29), 3);

    assertThat(forecast.toString()).isEqualTo("‹Forecast›");
    assertThat(forecast.next().orElseThrow().toString()).isEqualTo("‹NextPeriod›");
    assertThat(forecast.probabilities().getFirst().toString()).isEqualTo("‹StartProbability›");
  }
}
