package app.lunaria.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theMiddleOfAnOddNumberIsOneOfThem() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9));
  }

  @Test
  void theMiddleOfAnEvenNumberLiesBetweenTwo() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0, 2.0))).isEqualTo(new Spread(3, 1, 9));
  }

  @Test
  void oneOutlierMovesNoMedian() {
    assertThat(Spread.of(List.of(10.0, 11.0, 12.0, 13.0, 1e9)).median()).isEqualTo(12);
  }

  @Test
  void aRatioIsThatOfTheMediansAndItsSpreadThatOfTheTurns() {
    Spread ratio = Spread.ofRatio(List.of(10.0, 20.0, 40.0), List.of(10.0, 10.0, 80.0));
    assertThat(ratio).isEqualTo(new Spread(2, 0.5, 2));
  }

  @Test
  void turnsThatDoNotMatchHaveNoRatio() {
    assertThatThrownBy(() -> Spread.ofRatio(List.of(1.0), List.of(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingHasNoSpread() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
