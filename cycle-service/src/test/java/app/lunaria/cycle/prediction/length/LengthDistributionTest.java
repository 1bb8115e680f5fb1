package app.lunaria.cycle.prediction.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthDistributionTest {
  /** One, two, four and one parts of 26, 27, 28 and 30 days. */
  private static final LengthDistribution LENGTH = distribution();

  private static LengthDistribution distribution() {
    double[] weights = new double[Length.COUNT];
    weights[26 - Length.SHORTEST] = 1;
    weights[27 - Length.SHORTEST] = 2;
    weights[28 - Length.SHORTEST] = 4;
    weights[30 - Length.SHORTEST] = 1;
    return LengthDistribution.of(weights);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9, 0",
    "25, 0",
    "26, 0.125",
    "27, 0.25",
    "28, 0.5",
    "29, 0",
    "30, 0.125",
    "180, 0",
    "181, 0",
    "1000, 0"
  })
  void aChanceIsItsShareOfAllWeights(int days, double chance) {
    assertThat(LENGTH.chance(days)).isEqualTo(chance, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "9, 1",
    "25, 1",
    "26, 0.875",
    "28, 0.125",
    "29, 0.125",
    "30, 0",
    "180, 0",
    "1000, 0"
  })
  void beingLongerIsWhatIsLeft(int days, double chance) {
    assertThat(LENGTH.longerThan(days)).isEqualTo(chance, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 26", "0.125, 26", "0.126, 27", "0.5, 28", "0.875, 28", "0.876, 30", "1, 30"})
  void aQuantileIsTheFirstDayThatReachesTheShare(double share, int days) {
    assertThat(LENGTH.quantile(share)).isEqualTo(days);
  }

  @Test
  void aDayThatPassedLeavesItsChanceToTheOthers() {
    LengthDistribution left = LENGTH.ifLongerThan(27);

    assertThat(left.chance(27)).isZero();
    assertThat(left.chance(28)).isEqualTo(0.8, within(1e-12));
    assertThat(left.chance(30)).isEqualTo(0.2, within(1e-12));
    assertThat(LENGTH.chance(27)).isEqualTo(0.25);
  }
}
