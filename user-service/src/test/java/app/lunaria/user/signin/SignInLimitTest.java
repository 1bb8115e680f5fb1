package app.lunaria.user.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

  @Test
  void hoursAreEvenAndOddInTurn() {
    assertThat(SignInLimit.isOddHour(Instant.parse("1970-01-01T00:59:59Z"))).isFalse();
    assertThat(SignInLimit.isOddHour(Instant.parse("1970-01-01T01:00:00Z"))).isTrue();
    assertThat(SignInLimit.isOddHour(Instant.parse("2026-11-24T18:30:00Z")))
        .isNotEqualTo(SignInLimit.isOddHour(Instant.parse("2026-11-24T19:30:00Z")));
  }

  @Test
  void theRestOfTheHourIsNeverZero() {
    assertThat(SignInLimit.restOfTheHour(Instant.parse("2026-11-24T18:00:00Z"))).isEqualTo(3600);
    assertThat(SignInLimit.restOfTheHour(Instant.parse("2026-11-24T18:59:59Z"))).isEqualTo(1);
  }
}
