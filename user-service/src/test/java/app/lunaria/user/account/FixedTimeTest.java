package app.lunaria.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTimeTest {

  @ParameterizedTest
  @CsvSource({"0, 400", "1, 399", "399, 1", "400, 400", "401, 399", "1000, 200"})
  void theAnswerComesAtAMultipleOfTheStep(long elapsedMillis, long restMillis) {
    assertThat(FixedTime.remaining(Duration.ofMillis(elapsedMillis).toNanos()))
        .isEqualTo(Duration.ofMillis(restMillis));
  }

  /** Less than a millisecond is what no timer takes: one sign-up in four hundred would fail. */
  @ParameterizedTest
  @ValueSource(longs = {399_000_001, 399_500_000, 399_999_999, 799_999_999})
  void theLastPartOfAMillisecondIsWaitedForAsAWholeOne(long elapsedNanos) {
    assertThat(FixedTime.remaining(elapsedNanos)).isEqualTo(Duration.ofMillis(1));
  }
}
