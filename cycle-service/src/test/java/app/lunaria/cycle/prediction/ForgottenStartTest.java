package app.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.lunaria.cycle.prediction.length.Length;
import app.lunaria.cycle.prediction.length.LengthDistribution;
import app.lunaria.cycle.prediction.length.RecordedLengths;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForgottenStartTest {
  private static final LengthDistribution STEADY_28 =
      CycleModel.withLiteraturePrior()
          .posterior(
              RecordedLengths.of(28, 28, 28, 28, 28, 28, 28, 28, 28, 28), OptionalInt.empty())
          .nextLength();

  private final ForgottenStart forgotten = new ForgottenStart(STEADY_28, 0.05);

  /** Nine of ten cycles have 20 days, the others 60; the sums are small enough for a hand. */
  @Test
  void theOddsAreThoseOfAStartUnloggedAndNoneSinceToNoneAtAll() {
    double[] weights = new double[Length.COUNT];
    weights[20 - Length.SHORTEST] = 0.9;
    weights[60 - Length.SHORTEST] = 0.1;
    var twoLengths = new ForgottenStart(LengthDistribution.of(weights), 0.05);

    assertThat(twoLengths.odds(19)).isZero();
    assertThat(twoLengths.odds(30)).isEqualTo(0.05 * 0.9 / (0.95 * 0.1), within(1e-12));
    assertThat(twoLengths.odds(45)).isEqualTo(0.05 * 0.9 * 0.1 / (0.95 * 0.1), within(1e-12));
  }

  @Test
  void onTheDayThatIsExpectedNothingIsAsked() {
    assertThat(forgotten.isLikelyBy(0)).isFalse();
    assertThat(forgotten.isLikelyBy(28)).isFalse();
  }

  @Test
  void aWeekAfterTheExpectedDayItIsAsked() {
    assertThat(forgotten.isLikelyBy(35)).isTrue();
  }

  /** The planted fault is the odds of the day alone: they would take the question back. */
  @Test
  void onceAskedItStaysAskedAlthoughTheOddsFallAgain() {
    assertThat(forgotten.odds(50)).isGreaterThan(1);
    assertThat(forgotten.odds(90)).isLessThan(1);

    assertThat(IntStream.range(35, 180)).allMatch(forgotten::isLikelyBy);
  }

  @Test
  void whereNoStartIsEverForgottenItIsNeverAsked() {
    assertThat(new ForgottenStart(STEADY_28, 0).isLikelyBy(179)).isFalse();
  }
}
