package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.logging.JsonLogging;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name that the gateway gives a request is that of its problem and of its log lines. */
@QuarkusTest
class RequestIdComponentTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @TestHTTPResource URI service;

  /** A request that fails, its problem, and the log of it. */
  private record Told(String body, String log) {
    String traceId() {
      return body.replaceAll(".*\"traceId\":\"(.*)\"}", "$1");
    }
  }

  private Told fail(String fields) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Handler handler = JsonLogging.handler(log);
    Logger failures = Logger.getLogger("app.lunaria.kit.problem.FailureLog");
    failures.setUseParentHandlers(false);
    failures.addHandler(handler);
    try {
      RawHttp.Answer answer =
          RawHttp.ask(
              service.getPort(),
              "GET /planted/failures/defect HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
      return new Told(answer.body(), log.toString(StandardCharsets.US_ASCII));
    } finally {
      failures.removeHandler(handler);
      failures.setUseParentHandlers(true);
    }
  }

  @Test
  void aRequestKeepsTheNameThatTheGatewayGaveIt() throws IOException {
    Told told = fail("X-Request-Id: " + ID + "\r\n");

    assertThat(told.traceId()).isEqualTo(ID);
    assertThat(told.log()).contains("\"traceId\":\"" + ID + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "X-Request-Id:\r\n",
        "X-Request-Id: canary\r\n",
        "X-Request-Id: 0123456789ABCDEF0123456789ABCDEF\r\n",
        "X-Request-Id: 0123456789abcdef0123456789abcde\r\n",
        "X-Request-Id: 0123456789abcdef0123456789abcdef0\r\n",
        "X-Request-Id: 0123456789abcdef 123456789abcdef\r\n",
        "X-Request-Id: " + ID + "\r\nX-Request-Id: " + ID + "\r\n",
        "X_Request_Id: " + ID + "\r\n",
        "traceparent: 00-" + ID + "-0123456789abcdef-01\r\n",
      })
  void anythingElseIsNoNameAndIsNotRepeated(String fields) throws IOException {
    Told told = fail(fields);

    assertThat(told.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
    assertThat(told.log()).contains("\"traceId\":\"" + told.traceId() + "\"");
    assertThat(told.body() + told.log()).doesNotContain("canary", "ABCDEF", "0123456789abcdef");
  }
}
