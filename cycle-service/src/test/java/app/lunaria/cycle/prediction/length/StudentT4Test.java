package app.lunaria.cycle.prediction.length;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudentT4Test {
  /** The quantiles of any printed table, at four degrees of freedom. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "0.741, 0.75",
    "1.533, 0.90",
    "2.132, 0.95",
    "2.776, 0.975",
    "3.747, 0.99",
    "4.604, 0.995",
    "7.173, 0.999",
    "8.610, 0.9995"
  })
  void theQuantilesAreThoseOfTheTables(double z, double chance) {
    assertThat(StudentT4.cumulative(z)).isEqualTo(chance, within(0.0001));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 3, 50, 1e6})
  void itIsSymmetric(double z) {
    assertThat(StudentT4.cumulative(-z)).isEqualTo(1 - StudentT4.cumulative(z), within(1e-15));
  }
}
