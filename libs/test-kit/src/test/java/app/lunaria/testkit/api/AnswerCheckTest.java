package app.lunaria.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {
  private static final String TEA = "{\"name\":\"green\",\"picked\":\"2026-04-01\"}";
  private static final String NOT_FOUND = "{\"type\":\"https://lunaria.app/problems/not-found\"}";

  private final AnswerCheck check = new AnswerCheck(Planted.document());

  @Test
  void anAnswerAsDescribedIsTaken() {
    assertThat(check.objections(tea(TEA))).isEmpty();
    assertThat(check.objections(problem("GET", "/tea/1", 404, NOT_FOUND))).isEmpty();
  }

  @Test
  void aMemberThatIsNotDescribedIsFound() {
    assertThat(check.objections(tea(TEA.replace("}", ",\"origin\":\"Assam\"}"))))
        .singleElement()
        .asString()
        .contains("origin");
  }

  @Test
  void aMemberThatIsMissingIsFound() {
    assertThat(check.objections(tea("{\"name\":\"green\"}")))
        .singleElement()
        .asString()
        .contains("picked");
  }

  @Test
  void aDateThatIsNoneIsFound() {
    assertThat(check.objections(tea(TEA.replace("-04-01", "-04-31")))).hasSize(1);
  }

  @Test
  void aStatusThatIsNotDescribedIsFound() {
    assertThat(check.objections(problem("PUT", "/tea/1", 404, NOT_FOUND)))
        .singleElement()
        .asString()
        .startsWith("PUT /tea/1 → 404: the status is not described");
  }

  @Test
  void aProblemThatIsNotDescribedThereIsFound() {
    assertThat(
            check.objections(
                problem("GET", "/tea/1", 404, NOT_FOUND.replace("not-found", "internal"))))
        .containsExactly("GET /tea/1 → 404: internal is not described here");
  }

  @Test
  void aHeaderThatIsMissingOrOfAnotherFormIsFound() {
    assertThat(
            check.objections(
                answer("GET", "/tea/1", 200, Map.of("Content-Type", "application/json"), TEA)))
        .containsExactly("GET /tea/1 → 200: the header ETag is missing");
    assertThat(
            check.objections(
                answer(
                    "GET",
                    "/tea/1",
                    200,
                    Map.of("Content-Type", "application/json", "ETag", "3"),
                    TEA)))
        .hasSize(1);
  }

  @Test
  void aTypeThatIsNotDescribedIsFound() {
    assertThat(
            check.objections(
                answer(
                    "GET",
                    "/tea/1",
                    200,
                    Map.of("Content-Type", "text/plain", "ETag", "\"3\""),
                    TEA)))
        .containsExactly("GET /tea/1 → 200: no body of type text/plain is described");
  }

  @Test
  void aRouteThatIsNotDescribedIsFound() {
    assertThat(check.objections(answer("POST", "/tea", 200, Map.of(), "")))
        .containsExactly("POST /tea → 200: there is an answer, and no such operation is described");
  }

  @Test
  void whatIsNotDescribedIsRefused() {
    assertThat(check.objections(problem("POST", "/tea", 404, NOT_FOUND))).isEmpty();
    assertThat(check.objections(problem("POST", "/tea/1", 405, NOT_FOUND))).isEmpty();
    assertThat(check.objections(problem("POST", "/coffee", 405, NOT_FOUND))).hasSize(1);
    assertThat(check.objections(problem("POST", "/tea", 404, "{\"type\":\"a stack\"}"))).hasSize(1);
  }

  @Test
  void whatWasNotAnsweredIsRemembered() {
    AsDescribed api = AsDescribed.of(Planted.document());
    api.hold(tea(TEA));

    assertThat(api.successesNotSeen()).isEqualTo(List.of("PUT /tea/{id} 204"));
    assertThatThrownBy(() -> api.hold(tea("{}"))).isInstanceOf(AssertionError.class);
  }

  private static Exchange tea(String body) {
    return answer(
        "GET", "/tea/1", 200, Map.of("Content-Type", "application/json", "ETag", "\"3\""), body);
  }

  private static Exchange problem(String method, String path, int status, String body) {
    return answer(method, path, status, Map.of("Content-Type", "application/problem+json"), body);
  }

  private static Exchange answer(
      String method, String path, int status, Map<String, String> headers, String body) {
    return new Exchange(method, path, status, name -> Optional.ofNullable(headers.get(name)), body);
  }
}
