package app.lunaria.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.WireAnswer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway remembers of requests. */
class RequestLogTest {
  @TempDir Path folder;

  @Test
  void oneLineARequestSaysWhatHappenedAndNothingThatWasSent() throws Exception {
    try (Ground ground = Ground.withGateway(folder, Limits.customary())) {
      String canary = Ground.CANARY;
      WireAnswer answer =
          ground.ask(
              "PUT /v1/journal/%s?%s=%s HTTP/1.1\r\nHost: @\r\nUser-Agent: %s\r\nX-Request-Id: %s\r\nContent-Length: 16\r\n\r\n%s"
                  .formatted(canary, canary, canary, canary, canary, canary + "-"));
      WireAnswer nothing = ground.ask("CANARYMETHOD /" + canary + " HTTP/1.1\r\nHost: @\r\n\r\n");
      ground.ask(canary + "\r\n\r\n");

      await().until(() -> lines(ground).size() == 3);
      assertThat(lines(ground).getFirst())
          .matches(
              "\\{\"time\":\"[0-9-]{10}T[0-9:.]{8,12}Z\",\"route\":\"cycle\",\"method\":\"PUT\",\"status\":200,"
                  + "\"millis\":[0-9]+,\"traceId\":\""
                  + answer.value("X-Request-Id")
                  + "\",\"problem\":null,\"message\":null}");
      assertThat(lines(ground).get(1))
          .contains(
              "\"route\":null,\"method\":\"OTHER\",\"status\":404,",
              "\"traceId\":\"" + nothing.value("X-Request-Id") + "\",\"problem\":\"not-found\"");
      assertThat(lines(ground).get(2)).contains("\"problem\":\"malformed-request\"");
      assertThat(Files.readString(ground.log))
          .doesNotContain(canary, "CANARY", "127.0.0.1", "/v1", ground.authority());
    }
  }

  @Test
  void itsLinesAreJsonAndItsOwnerAloneMayReadThem() throws Exception {
    try (Ground ground = Ground.withGateway(folder, Limits.customary())) {
      ground.ask("GET /v1/journal HTTP/1.1\r\nHost: @\r\n\r\n");
      await().until(() -> lines(ground).size() == 1);

      assertThat(names(lines(ground).getFirst()))
          .containsExactly(
              "time", "route", "method", "status", "millis", "traceId", "problem", "message");
      assertThat(Files.getPosixFilePermissions(ground.log))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static List<String> lines(Ground ground) throws IOException {
    return Files.readAllLines(ground.log);
  }

  private static List<String> names(String line) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
        }
      }
    }
    return names;
  }
}
