package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.http.RawHttp.Answer;
import app.lunaria.kit.logging.JsonLogging;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge lets through, and what it answers itself. */
@QuarkusTest
class EdgeComponentTest extends EdgeGround {
  @Test
  void aGoodRequestIsAnswered() throws IOException {
    Answer answer = ask(post("/planted/notes", JSON, NOTE));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(NOTE);
    assertEveryAnswersHeaders(answer);
  }

  @Test
  void oneConnectionCarriesRequestAfterRequest() throws IOException {
    try (RawHttp client = client()) {
      client.send(post("/planted/notes", JSON, NOTE) + post("/planted/nothing", JSON, "abc"));
      assertThat(client.answer().status()).isEqualTo(200);
      assertThat(client.answer().status()).isEqualTo(404);

      client.send(post("/planted/forms", FORM, "name=a&name=b"));
      assertThat(client.answer().body()).isEqualTo("2");

      String note = post("/planted/notes", JSON + "Expect: 100-continue\r\n", NOTE);
      client.send(note.substring(0, note.indexOf('{')));
      assertThat(client.answer().status()).isEqualTo(100);
      assertThat(client.send(NOTE).answer().body()).isEqualTo(NOTE);

      client.send("GET /planted/notes" + HOST + "Content-Length: 3\r\n\r\nabc");
      assertThat(client.answer().status()).isEqualTo(200);
      client.send("HEAD /planted/nothing" + HOST + "\r\nGET /planted/notes" + HOST + "\r\n");
      assertThat(client.answer(true).status()).isEqualTo(404);
      assertThat(client.answer().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/planted",
        "/planted/nothing",
        "/planted/notes/",
        "//planted/notes",
        "/planted//notes",
        "/planted/./notes",
        "/planted/x/../notes",
        "/planted/%6eotes",
        "/planted%2Fnotes",
        "/planted/notes;a=b",
        "planted",
        "*",
      })
  void onlyAPathAsItIsWrittenIsKnown(String path) throws IOException {
    assertProblem(ask("GET " + path + HOST + "\r\n"), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PATCH", "TRACE", "BREW"})
  void aMethodThatIsNotKnownIsToldWhichAre(String method) throws IOException {
    Answer answer = ask(method + " /planted/notes" + HOST + "\r\n");

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void optionsAreThoseOfThePath() throws IOException {
    Answer known = ask("OPTIONS /planted/forms" + HOST + "\r\n");

    assertThat(known.status()).isEqualTo(204);
    assertThat(known.header("Allow")).isEqualTo("OPTIONS, POST");
    assertProblem(ask("OPTIONS /planted" + HOST + "\r\n"), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "text/html, 406",
        "text/html;q=1, 406",
        ";;, 406",
        "/, 406",
        "a/b;=\", 406",
        "application/*;q=0.5, 200",
        "application/json;q=x, 200",
        "*/*, 200",
      })
  void anAnswerComesInAFormThatIsAcceptedOrNotAtAll(String accept, int status) throws IOException {
    Answer answer = ask("GET /planted/notes" + HOST + "Accept: " + accept + "\r\n\r\n");

    assertThat(answer.status()).isEqualTo(status);
    if (status == 406) {
      assertProblem(answer, 406, "not-acceptable");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: text/plain\r\n",
        "Content-Type: */*\r\n",
        "Content-Type: application/json; charset=utf-16\r\n",
        "Content-Type: application/json\r\nContent-Type: application/json\r\n",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
        "Content-Type: application/json\r\nContent-Encoding: identity\r\n",
      })
  void aBodyComesAsJsonInUtf8(String headers) throws IOException {
    assertProblem(ask(post("/planted/notes", headers, NOTE)), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked", "gzip", "gzip, chunked"})
  void aBodyComesWithItsLength(String encoding) throws IOException {
    String request =
        "POST /planted/notes" + HOST + JSON + "Transfer-Encoding: " + encoding + "\r\n\r\n";

    try (RawHttp client = client()) {
      assertProblem(client.send(request).answer(), 411, "length-required");
      client.send("2\r\n{}\r\n0\r\n\r\n");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "defect, 500, internal, ERROR, java.lang.IllegalStateException",
    "tampered, 500, sealed-data-refused, ERROR, app.lunaria.envelope.DamagedException",
    "keys, 503, key-service-unavailable, WARN, app.lunaria.envelope.KeyUnavailableException",
    "database, 503, database-unavailable, WARN, java.net.ConnectException",
  })
  void aFailureIsFoundInTheLogByTheTraceOfItsAnswer(
      String kind, int status, String slug, String level, String exception) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Handler handler = JsonLogging.handler(log);
    Logger failures = Logger.getLogger("app.lunaria.kit.problem.FailureLog");
    failures.setUseParentHandlers(false);
    failures.addHandler(handler);
    Answer answer;
    try {
      answer = ask("GET /planted/failures/" + kind + HOST + "\r\n");
    } finally {
      failures.removeHandler(handler);
      failures.setUseParentHandlers(true);
    }

    assertProblem(answer, status, slug);
    assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "5" : "");
    String traceId = answer.body().replaceAll(".*\"traceId\":\"(.*)\"}", "$1");
    assertThat(log.toString(StandardCharsets.US_ASCII))
        .contains("\"level\":\"" + level + "\"")
        .contains("\"problem\":\"" + slug + "\"")
        .contains("\"traceId\":\"" + traceId + "\"")
        .contains("\"" + exception + "\"")
        .contains("at app.lunaria.kit.http.PlantedResource.fail:")
        .doesNotContain(PlantedResource.CANARY);
    assertThat(answer.body()).doesNotContain(PlantedResource.CANARY);
  }
}
