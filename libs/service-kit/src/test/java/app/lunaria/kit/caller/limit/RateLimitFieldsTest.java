package app.lunaria.kit.caller.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitFieldsTest {
  private final RateLimitFields fields = RateLimitFields.of(new TenMinutes());

  @Test
  void thePolicyIsSoManyRequestsInSoManySeconds() {
    assertThat(fields.policy()).isEqualTo("\"person\";q=6000;w=600");
  }

  @Test
  void whatIsLeftIsToldInWholeSecondsAndNeverTooEarly() {
    Allowance left = new Allowance(true, 5999, Duration.ZERO, Duration.ofMillis(100));

    assertThat(fields.state(left)).isEqualTo("\"person\";r=5999;t=1");
  }

  @Test
  void aRefusalNamesAtLeastOneSecond() {
    assertThat(fields.retryAfter(refusal(Duration.ofMillis(1)))).isEqualTo("1");
    assertThat(fields.retryAfter(refusal(Duration.ofMillis(1_001)))).isEqualTo("2");
    assertThat(fields.retryAfter(refusal(Duration.ZERO))).isEqualTo("1");
  }

  private static Allowance refusal(Duration untilNext) {
    return new Allowance(false, 0, untilNext, Duration.ofSeconds(600));
  }

  private record TenMinutes() implements LimitConfig.Person {
    @Override
    public int requests() {
      return 6000;
    }

    @Override
    public Duration within() {
      return Duration.ofMinutes(10);
    }

    @Override
    public int remembered() {
      return 1;
    }
  }
}
