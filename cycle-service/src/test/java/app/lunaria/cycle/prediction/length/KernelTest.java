package app.lunaria.cycle.prediction.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
  private static final Cell ORDINARY = new Cell(29, Math.log(2));

  private final Kernel kernel = new Kernel();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void inEveryCellTheChancesSumToOneAndNoneIsNought(int cycles) {
    assertThat(Cell.grid())
        .allSatisfy(
            cell ->
                assertThat(kernel.chances(cell, cycles))
                    .satisfies(
                        chances -> assertThat(sum(chances, 10, 180)).isEqualTo(1, within(1e-12)))
                    .doesNotContain(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theLikeliestRecordIsAsLongAsItsCycles(int cycles) {
    assertThat(likeliest(kernel.chances(ORDINARY, cycles))).isEqualTo(cycles * 29);
  }

  /** t with four degrees has 62.6 % within one scale; half a day each way stands for whole days. */
  @Test
  void aSpreadIsCountedInDays() {
    assertThat(sum(kernel.chances(ORDINARY, 1), 27, 31)).isEqualTo(0.72, within(0.01));
  }

  /** Deviations of neighbouring cycles are independent, so that they add like squares. */
  @Test
  void theSpreadOfFourTimesTheVarianceIsTwice() {
    Cell wide = new Cell(58, Math.log(2 * Math.sqrt(2)));

    double[] twoCycles = kernel.chances(ORDINARY, 2);
    double[] oneOfThatSpread = kernel.chances(wide, 1);

    assertThat(twoCycles).containsExactly(oneOfThatSpread, within(1e-12));
  }

  private static double sum(double[] chances, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToDouble(d -> chances[d - Length.SHORTEST]).sum();
  }

  private static int likeliest(double[] chances) {
    return IntStream.range(0, chances.length)
            .reduce((a, b) -> chances[a] >= chances[b] ? a : b)
            .orElseThrow()
        + Length.SHORTEST;
  }
}
