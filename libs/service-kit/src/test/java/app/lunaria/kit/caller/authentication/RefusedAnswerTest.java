package app.lunaria.kit.caller.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.caller.Ground;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedAnswerTest {
  private static final String BODY =
      "{\"type\":\"https://lunaria.app/problems/unauthorized\","
          + "\"title\":\"A valid access token and proof are needed\",\"status\":401}";

  private final RefusedAnswer answers = new RefusedAnswer();

  @ParameterizedTest
  @EnumSource
  void theBodyIsTheSameForEveryReason(Refusal refusal) {
    RoutingContext exchange = FakeExchange.of(Ground.request());
    refusal.keep(exchange);

    Response answer = answers.unauthenticated(exchange);

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    assertThat(new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8)).isEqualTo(BODY);
    assertThat(answer.getHeaderString("WWW-Authenticate")).isEqualTo(refusal.challenge());
  }

  @Test
  void theChallengesAreThoseOfTheRfc() {
    assertThat(Refusal.NO_CREDENTIALS.challenge()).isEqualTo("DPoP algs=\"ES256\"");
    assertThat(Refusal.INVALID_TOKEN.challenge())
        .isEqualTo("DPoP algs=\"ES256\", error=\"invalid_token\"");
    assertThat(Refusal.INVALID_PROOF.challenge())
        .isEqualTo("DPoP algs=\"ES256\", error=\"invalid_dpop_proof\"");
  }

  @Test
  void aReplayedProofIsAnInvalidOne() {
    assertThat(answers.invalidProof().getHeaderString("WWW-Authenticate"))
        .contains("invalid_dpop_proof");
  }
}
