package app.lunaria.cycle.prediction.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PosteriorTest {
  private static final double FORGOTTEN = 0.05;

  private static final List<double[]> SINGLE = chances(1);
  private static final List<double[]> DOUBLE = chances(2);
  private static final List<double[]> TRIPLE = chances(3);

  private final Grid grid = new Grid(FORGOTTEN);

  private Posterior posterior(int... lengths) {
    return Posterior.of(grid, Prior.LITERATURE, RecordedLengths.of(lengths));
  }

  @Test
  void steadyCyclesNarrowTheForecastAroundThem() {
    LengthDistribution before = posterior().nextLength();
    LengthDistribution after = posterior(33, 33, 34, 33, 32, 33, 33, 33).nextLength();

    assertThat(before.quantile(0.5)).isEqualTo(29);
    assertThat(after.quantile(0.5)).isEqualTo(33);
    assertThat(width(after)).isLessThan(width(before) / 2);
  }

  @Test
  void aForgottenStartHardlyMovesTheForecast() {
    LengthDistribution clean = posterior(28, 29, 28, 27, 28, 28).nextLength();
    LengthDistribution oneForgotten = posterior(28, 29, 28, 27, 56, 28).nextLength();

    assertThat(oneForgotten.quantile(0.5)).isEqualTo(clean.quantile(0.5));
    assertThat(width(oneForgotten)).isCloseTo(width(clean), within(1));
  }

  @Test
  void theOrderOfTheRecordsDoesNotMatter() {
    LengthDistribution one = posterior(26, 31, 28, 55, 28, 30).nextLength();
    LengthDistribution other = posterior(55, 28, 30, 28, 26, 31).nextLength();

    assertThat(chances(other)).isEqualTo(chances(one));
  }

  /** As the rule is written down: weights from the other records, both sums in full. */
  @Test
  void theRecordInQuestionIsJudgedByTheOthersAlone() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      int[] others = random.ints(random.nextInt(6), 22, 40).toArray();
      int judged = random.nextInt(20, 110);
      int[] all = IntStream.concat(Arrays.stream(others), IntStream.of(judged)).toArray();

      assertThat(posterior(all).chanceOfOneCycle(judged))
          .isEqualTo(chanceOfOneCycle(judged, others), within(1e-5));
    }
  }

  private double chanceOfOneCycle(int judged, int[] others) {
    int i = judged - Length.SHORTEST;
    double[] logWeights = Prior.LITERATURE.logWeights(grid.cells());
    double one = 0;
    double more = 0;
    for (int cell = 0; cell < logWeights.length; cell++) {
      double log = logWeights[cell];
      for (int other : others) {
        log += grid.logLikelihoods(other)[cell];
      }
      one += Math.exp(log) * SINGLE.get(cell)[i];
      more += Math.exp(log) * FORGOTTEN * DOUBLE.get(cell)[i];
      more += Math.exp(log) * FORGOTTEN * FORGOTTEN * TRIPLE.get(cell)[i];
    }
    return one / (one + more);
  }

  private static List<double[]> chances(int cycles) {
    Kernel kernel = new Kernel();
    return Cell.grid().stream().map(cell -> kernel.chances(cell, cycles)).toList();
  }

  private static int width(LengthDistribution length) {
    return length.quantile(0.9) - length.quantile(0.1) + 1;
  }

  private static double[] chances(LengthDistribution length) {
    return IntStream.rangeClosed(Length.SHORTEST, Length.LONGEST)
        .mapToDouble(length::chance)
        .toArray();
  }
}
