package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.http.RawHttp.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What the tests of the edge stand on: a started service, asked byte by byte. */
abstract class EdgeGround {
  static final String HOST = " HTTP/1.1\r\nHost: a\r\n";
  static final String JSON = "Content-Type: application/json\r\n";
  static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  static final String NOTE = "{\"text\":\"x\",\"kept\":true,\"day\":\"2026-11-24\"}";

  @TestHTTPResource URI service;

  RawHttp client() throws IOException {
    return new RawHttp(service.getPort());
  }

  Answer ask(String request) throws IOException {
    return RawHttp.ask(service.getPort(), request);
  }

  static String post(String path, String headers, String body) {
    return "POST " + path + HOST + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  static void assertProblem(Answer answer, int status, String slug) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .startsWith("{\"type\":\"https://lunaria.app/problems/" + slug + "\",")
        .contains("\"status\":" + status)
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"}$");
    assertEveryAnswersHeaders(answer);
  }

  static void assertEveryAnswersHeaders(Answer answer) {
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME))
        .isNotNull();
  }
}
