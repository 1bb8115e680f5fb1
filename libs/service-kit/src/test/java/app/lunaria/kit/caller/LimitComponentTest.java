package app.lunaria.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.SubjectId;
import app.lunaria.testkit.caller.ProofKey;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The limit of a person where the framework applies it: who is counted, and what she is told. */
@QuarkusTest
class LimitComponentTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ProofKey key = ProofKey.random();

  @TestHTTPResource URI service;
  @Inject PlantedIssuer planted;
  @Inject CallerConfig config;
  @Inject Clock clock;

  @ConfigProperty(name = "lunaria.limits.person.requests")
  int requests;

  @Test
  void afterHerShareAPersonIsToldWhenToComeBack() {
    String subject = subject("aa");
    for (int i = 0; i < requests; i++) {
      HttpResponse<String> answer = call(subject, "GET", "/called");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit-Policy"))
          .contains("\"person\";q=" + requests + ";w=3600");
      assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
          .startsWith("\"person\";r=" + (requests - 1 - i) + ";t=");
    }

    HttpResponse<String> refused = call(subject, "GET", "/called");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(refused.body()).contains("https://lunaria.app/problems/too-many-requests");
    assertThat(refused.headers().firstValue("RateLimit").orElseThrow())
        .startsWith("\"person\";r=0;t=");
    long seconds = Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
    assertThat(seconds).isBetween(1L, 3600L / requests);
    assertThat(call(subject, "POST", "/called/spending").statusCode()).isEqualTo(429);
    assertThat(call(subject("bb"), "GET", "/called").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsRefusedUsesUpNothingOfHers() {
    String subject = subject("cc");
    String token = token(subject);
    String proof = proof("GET", "/called", token);
    assertThat(left(send("GET", "/called", token, proof))).isEqualTo(requests - 1);

    for (int i = 0; i < 5; i++) {
      assertRefused(send("GET", "/called", token, proof));
      assertRefused(send("GET", "/called", token + "A", proof("GET", "/called", token + "A")));
      assertRefused(send("GET", "/called", token, proof("GET", "/other", token)));
    }

    assertThat(left(call(subject, "GET", "/called"))).isEqualTo(requests - 2);
  }

  @Test
  void anOpenEndpointCountsNobody() {
    assertThat(call(subject("dd"), "POST", "/called/open").headers().firstValue("RateLimit"))
        .isEmpty();
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
  }

  private static long left(HttpResponse<String> answer) {
    String state = answer.headers().firstValue("RateLimit").orElseThrow();
    return Long.parseLong(state.replaceAll(".*;r=([0-9]+);.*", "$1"));
  }

  private static String subject(String hex) {
    return SubjectId.of(HexFormat.of().parseHex(hex.repeat(32))).text();
  }

  private String token(String subject) {
    return planted.issuer().token(subject, "user", key.thumbprint(), clock.instant());
  }

  private String proof(String method, String path, String token) {
    return key.proof(method, config.origin() + path, clock.instant(), Optional.of(token));
  }

  private HttpResponse<String> call(String subject, String method, String path) {
    String token = token(subject);
    return send(method, path, token, proof(method, path, token));
  }

  private HttpResponse<String> send(String method, String path, String token, String proof) {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .headers("Authorization", "DPoP " + token, "DPoP", proof)
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
  }
}
