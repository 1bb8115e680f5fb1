package app.lunaria.cycle.prediction.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorTest {
  @ParameterizedTest
  @CsvSource({
    "8,  30.80, 3.212",
    "19, 30.80, 3.212",
    "20, 30.80, 2.2",
    "25, 29.90, 2.2",
    "30, 29.00, 2.2",
    "31, 28.82, 2.2",
    "44, 26.48, 2.2",
    "45, 26.30, 3.19",
    "49, 26.30, 3.19",
    "50, 26.30, 6.6",
    "80, 26.30, 6.6"
  })
  void ageShiftsTheLengthAndWidensTheSpread(int age, double length, double spread) {
    Prior prior = Prior.LITERATURE.atAge(OptionalInt.of(age));

    assertThat(prior.typicalLength()).isEqualTo(length, within(1e-9));
    assertThat(prior.spread()).isEqualTo(spread, within(1e-9));
  }

  @Test
  void withoutAnAgeItIsTheLiteratures() {
    assertThat(Prior.LITERATURE.atAge(OptionalInt.empty())).isEqualTo(new Prior(29, 2.2));
  }

  @Test
  void aDeviationAwayACellWeighsAsANormalDistributionSays() {
    double log = Math.log(2.2);
    List<Cell> cells =
        List.of(new Cell(29, log), new Cell(32.5, log), new Cell(29, log - 0.6), new Cell(36, log));

    assertThat(Prior.LITERATURE.logWeights(cells))
        .containsExactly(new double[] {0, -0.5, -0.5, -2}, within(1e-12));
  }
}
