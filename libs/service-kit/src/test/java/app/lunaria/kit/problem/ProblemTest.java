package app.lunaria.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static String body(Problem problem) {
    return new String(ProblemBody.of(problem, "9f0c"), StandardCharsets.UTF_8);
  }

  @Test
  void aProblemIsWrittenAsRfc9457Says() {
    Problem problem = ProblemType.UNDER_AGE.at("/birthDate").withDetail("One must be 16.");

    assertThat(body(problem))
        .isEqualTo(
            """
            {"type":"https://lunaria.app/problems/under-age","title":"The person is too young",\
            "status":422,"detail":"One must be 16.",\
            "errors":[{"pointer":"/birthDate","slug":"under-age"}],"traceId":"9f0c"}""");
  }

  @Test
  void aProblemAboutTheWholeRequestNamesNoMember() {
    assertThat(body(ProblemType.NOT_FOUND.problem()))
        .isEqualTo(
            """
            {"type":"https://lunaria.app/problems/not-found","title":"There is nothing here",\
            "status":404,"traceId":"9f0c"}""");
  }

  @Test
  void theBodyOfA401IsConstant() {
    assertThat(body(ProblemType.UNAUTHORIZED.at("/x").withDetail("y")))
        .isEqualTo(body(ProblemType.UNAUTHORIZED.problem()))
        .doesNotContain("9f0c", "detail", "errors");
  }

  @Test
  void severalMistakesHaveTheStatusOfTheFirst() {
    Problem together =
        Problem.together(
            List.of(
                ProblemType.INVALID_EMAIL.at("/email"),
                ProblemType.MISSING_MEMBER.at("/day"),
                ProblemType.WEAK_PASSWORD.at("/password")));

    assertThat(together.slug()).isEqualTo("invalid-email");
    assertThat(together.errors())
        .extracting(FieldError::pointer)
        .containsExactly("/email", "/password");
  }

  @Test
  void noMistakeIsNoProblem() {
    assertThatThrownBy(() -> Problem.together(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRefusalHasNoStackTrace() {
    assertThat(ProblemType.NOT_FOUND.exception().getStackTrace()).isEmpty();
  }
}
