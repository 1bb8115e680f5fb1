package app.lunaria.local.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RawHttp1;
import app.lunaria.local.gateway.ground.RawHttp2;
import app.lunaria.local.gateway.ground.WireAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a service's answer on its way to the client. */
class AnswerTest {
  private static final String JOURNAL =
      "{\"days\":[" + "{\"flow\":\"medium\"},".repeat(200) + "{}]}";

  @TempDir static Path folder;
  private static Ground ground;

  @BeforeAll
  static void open() throws Exception {
    ground = Ground.withGateway(folder, Limits.customary());
  }

  @AfterAll
  static void close() throws Exception {
    ground.close();
  }

  private static WireAnswer get(String path, String fields) throws IOException {
    return ground.ask("GET " + path + " HTTP/1.1\r\nHost: @\r\n" + fields + "\r\n");
  }

  private static WireAnswer get(String fields) throws IOException {
    return get("/v1/journal", fields);
  }

  private static String answer(String fields, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        + fields
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Test
  void whatIsOfOneConnectionOrOfNobodysInterestIsTakenOut() throws IOException {
    ground.cycle.answers(
        answer(
            "Server: canary\r\nX-Powered-By: canary\r\nVia: canary\r\nKeep-Alive: canary\r\n"
                + "Connection: keep-alive, X-Inner\r\nX-Inner: canary\r\nX-Request-Id: canary\r\n"
                + "traceparent: canary\r\nAlt-Svc: canary\r\nETag: \"3\"\r\n",
            "{}"));

    WireAnswer answer = get("");

    assertThat(answer.fields().toString()).doesNotContain("canary");
    assertThat(answer.value("ETag")).isEqualTo("\"3\"");
    assertThat(answer.value("X-Request-Id")).matches("[0-9a-f]{32}");
    assertThat(answer.values("Connection")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Strict-Transport-Security: max-age=1\r\nX-Content-Type-Options: nosniff\r\n",
        "Date: Sat, 28 Nov 2026 14:49:41 GMT\r\nDate: Sat, 28 Nov 2026 14:49:41 GMT\r\n",
        "Referrer-Policy: no-referrer\r\nReferrer-Policy: no-referrer\r\n",
      })
  void whatEveryAnswerHasIsThereOnce(String fields) throws IOException {
    ground.cycle.answers(answer(fields, "{}"));

    for (WireAnswer answer : List.of(get(""), get("/v1/nothing", ""))) {
      assertThat(answer.values("Strict-Transport-Security"))
          .containsExactly("max-age=63072000; includeSubDomains");
      assertThat(answer.values("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.values("Content-Security-Policy"))
          .containsExactly("default-src 'none'; frame-ancestors 'none'");
      assertThat(answer.values("Referrer-Policy")).containsExactly("no-referrer");
      assertThat(answer.values("Date")).singleElement().asString().endsWith(" GMT");
      assertThat(answer.values("Cache-Control")).containsExactly("no-store");
      assertThat(answer.values("X-Request-Id")).hasSize(1);
    }
  }

  @Test
  void whatMayBeCachedStaysSo() throws IOException {
    ground.cycle.answers(answer("Cache-Control: public, max-age=300\r\n", "{}"));

    assertThat(get("").values("Cache-Control")).containsExactly("public, max-age=300");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 400, 401, 403, 404, 405, 409, 412, 413, 422, 428, 429, 500, 503})
  void aRefusalOfAServicePassesAsItIs(int status) throws IOException {
    String problem = "{\"type\":\"https://lunaria.app/problems/x\",\"status\":" + status + "}";
    ground.cycle.answers(
        "HTTP/1.1 "
            + status
            + " Whatever canary\r\nContent-Type: application/problem+json\r\n"
            + "WWW-Authenticate: DPoP algs=\"ES256\"\r\nRetry-After: 7\r\nAllow: GET\r\n"
            + "Content-Length: "
            + problem.length()
            + "\r\n\r\n"
            + problem);

    WireAnswer answer = get("");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(problem);
    assertThat(answer.value("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.value("WWW-Authenticate")).isEqualTo("DPoP algs=\"ES256\"");
    assertThat(answer.value("Retry-After")).isEqualTo("7");
    assertThat(answer.value("Allow")).isEqualTo("GET");
  }

  @Test
  void anAnswerWithoutABodyLeavesTheConnectionInOrder() throws IOException {
    try (RawHttp1 client = ground.http1()) {
      String fields = " /v1/journal HTTP/1.1\r\nHost: " + ground.authority() + "\r\n\r\n";

      ground.cycle.answers("HTTP/1.1 204 No Content\r\n\r\n");
      assertThat(client.send("GET" + fields).answer().status()).isEqualTo(204);
      ground.cycle.answers("HTTP/1.1 304 Not Modified\r\nETag: \"3\"\r\n\r\n");
      assertThat(client.send("GET" + fields).answer().status()).isEqualTo(304);
      ground.cycle.answers(answer("", JOURNAL));
      WireAnswer head = client.send("HEAD" + fields).answer(true);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.value("Content-Length")).isEqualTo(Integer.toString(JOURNAL.length()));
      ground.cycle.answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      assertThat(client.send("GET" + fields).answer().body()).isEmpty();
      ground.cycle.answers(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
      assertThat(client.send("GET" + fields).answer().body()).isEqualTo("hello");
    }
  }

  @Test
  void aBodyIsAskedForByWhoChecksItsHeadFirst() throws IOException {
    try (RawHttp1 client = ground.http1()) {
      ground.cycle.answers(answer("", "{}"));
      client.send(
          "PUT /v1/journal HTTP/1.1\r\nHost: "
              + ground.authority()
              + "\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");

      assertThat(client.answer().status()).isEqualTo(100);
      assertThat(client.send("{}").answer().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, gzip;q=0.8", "*", "deflate, GZIP;q=1.000"})
  void longJsonIsPackedForWhoAcceptsIt(String accepted) throws IOException {
    ground.cycle.answers(answer("", JOURNAL));

    WireAnswer answer = get("Accept-Encoding: " + accepted + "\r\n");

    assertThat(answer.value("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.value("Vary")).isEqualTo("Accept-Encoding");
    assertThat(answer.values("Content-Length")).isEmpty();
    assertThat(answer.body().length()).isLessThan(JOURNAL.length() / 4);
    assertThat(unpacked(answer)).isEqualTo(JOURNAL);
  }

  @Test
  void soItIsOverHttp2() throws IOException {
    ground.cycle.answers(answer("", JOURNAL));
    try (RawHttp2 client = ground.http2()) {
      client.headers(1, ground.head("GET", "/v1/journal", "accept-encoding", "gzip"), true);

      assertThat(unpacked(client.answer(1))).isEqualTo(JOURNAL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "gzip;q=0", "*;q=0.0", "identity", "xgzip", "gzip;q=x"})
  void itIsNotForWhoDoesNot(String accepted) throws IOException {
    ground.cycle.answers(answer("", JOURNAL));

    WireAnswer answer = get(accepted.isEmpty() ? "" : "Accept-Encoding: " + accepted + "\r\n");

    assertThat(answer.body()).isEqualTo(JOURNAL);
    assertThat(answer.values("Content-Encoding")).isEmpty();
    assertThat(answer.value("Vary")).isEqualTo("Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: \"3\"\r\n", "Content-Encoding: br\r\n"})
  void whatNamesItsBytesGoesAsItIs(String fields) throws IOException {
    ground.cycle.answers(answer(fields, JOURNAL));

    assertThat(get("Accept-Encoding: gzip\r\n").body()).isEqualTo(JOURNAL);
  }

  @Test
  void shortJsonAndTokensGoAsTheyAre() throws IOException {
    ground.cycle.answers(answer("", "{\"a\":\"" + "x".repeat(1_000) + "\"}"));
    ground.user.answers(answer("", JOURNAL));

    assertThat(get("Accept-Encoding: gzip\r\n").values("Content-Encoding")).isEmpty();
    WireAnswer token = get("/oauth2/token", "Accept-Encoding: gzip\r\n");
    assertThat(token.values("Content-Encoding")).isEmpty();
    assertThat(token.body()).isEqualTo(JOURNAL);
  }

  @Test
  void theLengthOfAPackedAnswerIsBlurred() throws IOException {
    ground.cycle.answers(answer("", JOURNAL));
    Set<Integer> lengths = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      lengths.add(get("Accept-Encoding: gzip\r\n").body().length());
    }

    assertThat(lengths).hasSizeGreaterThan(5);
  }

  private static String unpacked(WireAnswer answer) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(answer.body().getBytes(ISO_8859_1)))) {
      return new String(in.readAllBytes(), ISO_8859_1);
    }
  }
}
