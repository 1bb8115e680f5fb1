package app.lunaria.local.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.problem.ProblemBody;
import app.lunaria.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client cannot tell by a problem who refused it: services and gateway say the same bytes. */
class GatewayProblemTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @EnumSource
  void itIsOneOfTheServicesTypesAndReadsLikeIt(GatewayProblem problem) {
    ProblemType type = ProblemType.valueOf(problem.name());

    assertThat(problem.status()).isEqualTo(type.status());
    assertThat(problem.body(ID))
        .isEqualTo(new String(ProblemBody.of(type.problem(), ID), StandardCharsets.UTF_8));
  }
}
