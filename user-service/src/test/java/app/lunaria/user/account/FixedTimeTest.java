package app.lunaria.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedTimeTest {

  @ParameterizedTest
  @CsvSource({"0, 400", "1, 399", "399, 1", "400, 400", "401, 399", "1000, 200"})
  void theAnswerComesAtAMultipleOfTheStep(long elapsedMillis, long restMillis) {
    assertThat(FixedTime.remaining(Duration.ofMillis(elapsedMillis).toNanos()))
        .isEqualTo(Duration.ofMillis(restMillis));
  }
}
