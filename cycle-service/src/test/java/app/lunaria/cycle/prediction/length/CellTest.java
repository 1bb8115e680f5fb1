package app.lunaria.cycle.prediction.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void theGridReachesFromShortAndSteadyToLongAndVaried() {
    List<Cell> grid = Cell.grid();

    assertThat(grid).hasSize(1020).doesNotHaveDuplicates();
    assertThat(grid.getFirst().typicalLength()).isEqualTo(18);
    assertThat(Math.exp(grid.getFirst().logSpread())).isEqualTo(0.7, within(1e-12));
    assertThat(grid.getLast().typicalLength()).isEqualTo(60);
    assertThat(Math.exp(grid.getLast().logSpread())).isEqualTo(12, within(1e-12));
  }

  @Test
  void typicalLengthsStepByHalfDaysAndSpreadsByAConstantFactor() {
    List<Cell> grid = Cell.grid();

    assertThat(grid.get(12).typicalLength()).isEqualTo(18.5);
    assertThat(grid.get(5).logSpread() - grid.get(4).logSpread())
        .isEqualTo(Math.log(12 / 0.7) / 11, within(1e-12));
  }
}
