package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.http.RawHttp.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too large, too slow or not well formed, and what their refusal tells. */
@QuarkusTest
class MalformedRequestsComponentTest extends EdgeGround {
  @Test
  void aBodyOf64KibIsReadAndALongerOneIsRefused() throws IOException {
    String longest = NOTE.replace("\"x\"", "\"" + "x".repeat(65_536 - NOTE.length() + 1) + "\"");

    assertThat(ask(post("/planted/notes", JSON, longest)).status()).isEqualTo(200);
    for (int length : new int[] {65_537, 5_000_000}) {
      try (RawHttp client = client()) {
        client.send(post("/planted/notes", JSON, "x".repeat(length)));
        assertProblem(client.answer(), 413, "content-too-large");
        assertThat(client.isClosed()).isTrue();
      }
    }
  }

  @Test
  void headersOf8KibAreReadAndLongerOnesAreRefused() throws IOException {
    int most = 8_192 - "Host: a\r\nX: \r\n".length();
    String request = "GET /planted/notes" + HOST + "X: ";

    assertThat(ask(request + "x".repeat(most) + "\r\n\r\n").status()).isEqualTo(200);
    assertProblem(
        ask(request + "x".repeat(most + 1) + "\r\n\r\n"), 431, "request-header-fields-too-large");
  }

  @Test
  void aBodyThatDoesNotComeInTimeIsAnsweredAndTheConnectionClosed() throws IOException {
    String begun = "POST /planted/notes" + HOST + JSON + "Content-Length: 10\r\n\r\n{";

    try (RawHttp client = client()) {
      assertProblem(client.send(begun).answer(), 408, "request-timeout");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /planted/notes HTTP/1.1\r\n\r\n",
        "GET /planted/notes HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /planted/notes HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /planted/\u00e4 HTTP/1.1\r\nHost: a\r\n\r\n",
      })
  void aMalformedHeadIsAProblem(String request) throws IOException {
    assertProblem(ask(request), 400, "malformed-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n\r\n",
        "GET /planted/notes HTTP/9\r\nHost: a\r\n\r\n",
        "GET /planted/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /planted/{x} HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /planted/notes?%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /planted/notes HTTP/1.1\r\nHost: a\r\nX y: z\r\n\r\n",
        "POST /planted/notes HTTP/1.1\r\nHost: a\r\nContent-Length: +2\r\n\r\n{}",
        "POST /planted/notes HTTP/1.1\r\nHost: a\r\nContent-Length: -2\r\n\r\n{}",
        "POST /planted/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 2, 3\r\n\r\n{}",
        "POST /planted/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
      })
  void whatTheParserRefusesShowsNothing(String request) throws IOException {
    Answer answer = ask(request);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                          | malformed-json",
        "null                                        | malformed-json",
        "[null]                                      | malformed-json",
        "{\"text\":1,\"kept\":true,\"day\":\"2026-11-24\"}  | malformed-json",
        "{\"kept\":true,\"day\":\"2026-11-24\"}            | missing-member",
        "{\"canary-5d0b9c2e\":1}                       | unknown-member",
        "{\"text\":\"x\",\"kept\":true,\"day\":\"canary-5d0b9c2e\"} | malformed-json",
      })
  void whatWasSentIsNotRepeated(String body, String slug) throws IOException {
    Answer answer = ask(post("/planted/notes", JSON, body));

    assertProblem(answer, 400, slug);
    assertThat(answer.body()).doesNotContain("canary", "2026-11-24");
  }
}
