package app.lunaria.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.caller.authentication.WrongRequest;
import app.lunaria.kit.caller.authentication.WrongRequestsTest;
import app.lunaria.testkit.caller.ProofKey;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The wiring: what the framework makes of a caller, of a refusal and of a proof that comes twice.
 */
@QuarkusTest
class CallerComponentTest {
  private static final String SUBJECT = Ground.SUBJECT;
  private static final String UNAUTHORIZED =
      "{\"type\":\"https://lunaria.app/problems/unauthorized\","
          + "\"title\":\"A valid access token and proof are needed\",\"status\":401}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ProofKey key = ProofKey.random();

  @TestHTTPResource URI service;
  @Inject PlantedIssuer planted;
  @Inject CallerConfig config;
  @Inject Clock clock;

  private String token() {
    return planted.issuer().token(SUBJECT, "user", key.thumbprint(), clock.instant());
  }

  private String proof(String method, String path, String token) {
    return key.proof(method, config.origin() + path, clock.instant(), Optional.of(token));
  }

  private HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }

  private HttpResponse<String> call(String method, String path, String token, String proof) {
    return send(method, path, "Authorization", "DPoP " + token, "DPoP", proof);
  }

  private HttpResponse<String> call(String method, String path) {
    String token = token();
    return call(method, path, token, proof(method, path, token));
  }

  private static void assertRefused(HttpResponse<String> answer, String challenge) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly(challenge);
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("application/problem+json");
    assertThat(answer.body()).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void aPersonIsKnownByHerPseudonym() {
    HttpResponse<String> answer = call("GET", "/called");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(SUBJECT);
  }

  @Test
  void withoutATokenThereIsNoErrorCode() {
    assertRefused(send("GET", "/called"), "DPoP algs=\"ES256\"");
  }

  @Test
  void aBearerTokenIsNone() {
    assertRefused(
        send("GET", "/called", "Authorization", "Bearer " + token()), "DPoP algs=\"ES256\"");
  }

  @Test
  void aForeignTokenIsAnInvalidToken() {
    String token = token() + "A";
    assertRefused(
        call("GET", "/called", token, proof("GET", "/called", token)),
        "DPoP algs=\"ES256\", error=\"invalid_token\"");
  }

  @Test
  void aProofOfAnotherRequestIsAnInvalidProof() {
    String token = token();
    assertRefused(
        call("GET", "/called", token, proof("GET", "/other", token)),
        "DPoP algs=\"ES256\", error=\"invalid_dpop_proof\"");
  }

  @Test
  void theQueryIsNoPartOfTheProof() {
    String token = token();
    assertThat(call("GET", "/called?a=b", token, proof("GET", "/called", token)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aReadIsTakenOnce() {
    String token = token();
    String proof = proof("GET", "/called", token);
    assertThat(call("GET", "/called", token, proof).statusCode()).isEqualTo(200);

    assertRefused(
        call("GET", "/called", token, proof), "DPoP algs=\"ES256\", error=\"invalid_dpop_proof\"");
  }

  @Test
  void aQueryIsTakenOnceAndSpendsNothing() {
    String token = token();
    String proof = proof("POST", "/called/query", token);
    assertThat(call("POST", "/called/query", token, proof).body()).isEqualTo(SUBJECT);

    assertRefused(
        call("POST", "/called/query", token, proof),
        "DPoP algs=\"ES256\", error=\"invalid_dpop_proof\"");
  }

  @Test
  void anUnsafeRequestThatSpendsIsAnswered() {
    assertThat(call("POST", "/called/spending").body()).isEqualTo(SUBJECT);
  }

  @Test
  void aProofReplayedInTheTransactionIsAnInvalidProof() {
    assertRefused(
        call("POST", "/called/replayed"), "DPoP algs=\"ES256\", error=\"invalid_dpop_proof\"");
  }

  @Test
  void anUnsafeRequestThatForgetsToSpendIsADefectOfOurs() {
    HttpResponse<String> answer = call("POST", "/called/forgetting");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .startsWith("{\"type\":\"https://lunaria.app/problems/internal\"")
        .doesNotContain(SUBJECT);
  }

  @Test
  void anOpenEndpointDoesNotMindAStaleToken() {
    assertThat(send("POST", "/called/open", "Authorization", "DPoP stale").body())
        .isEqualTo("open");
  }

  @Test
  void whatDoesNotSayWhoMayCallItIsClosed() {
    assertThat(send("GET", "/unsaid").statusCode()).isEqualTo(401);
    assertThat(call("GET", "/unsaid").body()).doesNotContain("nobody");
  }

  @Test
  void whereThereIsNothingNobodyIsAskedWhoSheIs() {
    assertThat(send("GET", "/nothing", "Authorization", "DPoP stale").statusCode()).isEqualTo(404);
  }

  @Test
  void keysThatAreAwayAreAnOutageAndNoRefusal() {
    Map<String, Object> header = planted.issuer().header();
    header.put("kid", PlantedIssuer.AWAY);
    String token =
        planted
            .issuer()
            .sign(
                header,
                planted.issuer().claims(SUBJECT, "user", key.thumbprint(), clock.instant()));

    HttpResponse<String> answer = call("GET", "/called", token, proof("GET", "/called", token));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  /** The whole table over a real connection, as far as a client can send it. */
  @Test
  void theTableOfWrongRequestsGetsOneBodyAndNothingElse() {
    Set<Integer> statuses = new HashSet<>();
    Set<String> bodies = new HashSet<>();
    for (WrongRequest wrong : WrongRequestsTest.table()) {
      List<String> headers = new ArrayList<>();
      wrong.request().authorization().forEach(value -> add(headers, "Authorization", value));
      wrong.request().proofs().forEach(value -> add(headers, "DPoP", value));
      if (headers.size() >= 2 && headers.stream().mapToInt(String::length).sum() < 8000) {
        HttpResponse<String> answer = send("GET", "/called", headers.toArray(String[]::new));
        statuses.add(answer.statusCode());
        bodies.add(answer.body());
      }
    }
    assertThat(statuses).containsExactly(401);
    assertThat(bodies).containsExactly(UNAUTHORIZED);
  }

  private static void add(List<String> headers, String name, String value) {
    if (value.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c < 0x7f))) {
      headers.add(name);
      headers.add(value);
    }
  }
}
