package app.lunaria.acceptance.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void aProblemIsNamedByTheEndOfItsType() {
    Answer answer = answer(422, "{\"type\":\"https://lunaria.app/problems/under-age\"}");

    assertThat(answer.problem()).isEqualTo("under-age");
    assertThat(answer.summary()).isEqualTo("422 under-age");
  }

  @Test
  void aBodyThatIsNoJsonIsNoProblem() {
    assertThat(answer(502, "<html>").problem()).isEmpty();
    assertThat(answer(200, "").problem()).isEmpty();
  }

  @Test
  void theServersTimeIsReadFromDate() {
    Answer answer =
        new Answer(
            200, List.of(new Header("date", "Tue, 24 Nov 2026 09:00:00 GMT")), "", Duration.ZERO);

    assertThat(answer.date()).contains(Instant.parse("2026-11-24T09:00:00Z"));
  }

  @Test
  void onlyADPoPBoundPairCountsAsTokens() {
    assertThat(Tokens.of(answer(200, pair("DPoP")))).isPresent();
    assertThat(Tokens.of(answer(200, pair("Bearer")))).isEmpty();
    assertThat(Tokens.of(answer(400, pair("DPoP")))).isEmpty();
  }

  @Test
  void claimsOfWhatIsNoTokenAreMissing() {
    assertThat(new Tokens("x", "r").claims().isMissingNode()).isTrue();
    assertThat(new Tokens("a.%.c", "r").claims().isMissingNode()).isTrue();
  }

  @Test
  void anAnswerShowsItsStatusAlone() {
    assertThat(answer(200, "{\"email\":\"ada@example.org\"}")).hasToString("Answer[200]");
  }

  private static String pair(String type) {
    return "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"token_type\":\"" + type + "\"}";
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, List.of(), body, Duration.ZERO);
  }
}
