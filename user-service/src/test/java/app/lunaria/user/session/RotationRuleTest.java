package app.lunaria.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RotationRuleTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final SessionDocument NEWEST =
      SessionDocument.first("family", "jkt", "lunaria-app", START);
  private static final SessionDocument SUPERSEDED =
      NEWEST.supersededBy("next", START.plusSeconds(60));

  static Stream<Arguments> cases() {
    return Stream.of(
        of("the newest is rotated", NEWEST, "jkt", "lunaria-app", false, 600, "ROTATE"),
        of("another key", NEWEST, "other", "lunaria-app", false, 600, "REFUSE"),
        of("another client", NEWEST, "jkt", "other", false, 600, "REFUSE"),
        of("another key, superseded", SUPERSEDED, "other", "lunaria-app", true, 61, "REFUSE"),
        of("predecessor at once", SUPERSEDED, "jkt", "lunaria-app", true, 60, "REPEAT"),
        of("predecessor at 30 s", SUPERSEDED, "jkt", "lunaria-app", true, 90, "REPEAT"),
        of("predecessor at 31 s", SUPERSEDED, "jkt", "lunaria-app", true, 91, "END_FAMILY"),
        of("its successor moved on", SUPERSEDED, "jkt", "lunaria-app", false, 61, "END_FAMILY"),
        of("unused for 90 days", NEWEST, "jkt", "lunaria-app", false, 90 * 86_400, "END_FAMILY"),
        of("a second before", NEWEST, "jkt", "lunaria-app", false, 90 * 86_400 - 1, "ROTATE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aPresentedTokenLeadsTo(
      String name,
      SessionDocument token,
      String jkt,
      String client,
      boolean successorIsNewest,
      long seconds,
      RotationRule.Verdict verdict) {
    assertThat(
            RotationRule.judge(token, jkt, client, successorIsNewest, START.plusSeconds(seconds)))
        .isEqualTo(verdict);
  }

  @Test
  void aFamilyEndsAfter365DaysHoweverOftenItWasUsed() {
    SessionDocument token = NEWEST;
    for (int day = 30; day < 365; day += 30) {
      token = token.next(START.plus(Duration.ofDays(day)));
    }

    assertThat(
            RotationRule.judge(
                token, "jkt", "lunaria-app", false, START.plus(Duration.ofDays(365))))
        .isEqualTo(RotationRule.Verdict.END_FAMILY);
    assertThat(
            RotationRule.judge(
                token,
                "jkt",
                "lunaria-app",
                false,
                START.plus(Duration.ofDays(365)).minusSeconds(1)))
        .isEqualTo(RotationRule.Verdict.ROTATE);
    assertThat(RotationRule.expiresOn(token)).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  private static Arguments of(
      String name,
      SessionDocument token,
      String jkt,
      String client,
      boolean successorIsNewest,
      long seconds,
      String verdict) {
    return Arguments.of(
        name,
        token,
        jkt,
        client,
        successorIsNewest,
        seconds,
        RotationRule.Verdict.valueOf(verdict));
  }
}
