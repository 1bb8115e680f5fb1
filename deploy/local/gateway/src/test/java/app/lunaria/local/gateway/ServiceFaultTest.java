package app.lunaria.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RawHttp1;
import app.lunaria.local.gateway.ground.RawHttp2;
import app.lunaria.local.gateway.ground.RecordingService;
import app.lunaria.local.gateway.ground.WireAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is away, breaks off or says nothing: what the client hears, and how often. */
class ServiceFaultTest {
  private static final String GET = "GET /v1/journal HTTP/1.1\r\nHost: @\r\n\r\n";
  private static final String POST =
      "POST /v1/journal HTTP/1.1\r\nHost: @\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

  @TempDir Path folder;

  private Ground ground() throws Exception {
    return Ground.withGateway(folder, Limits.customary());
  }

  private static void assertProblem(WireAnswer answer, int status, String slug) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(slug);
    assertThat(answer.value("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .contains("\"status\":" + status, "\"traceId\":\"" + answer.value("X-Request-Id") + "\"");
  }

  @Test
  void oneThatIsAwayHasHeardOfNothing() throws Exception {
    try (Ground ground = ground()) {
      ground.cycle.close();

      WireAnswer answer = ground.ask(POST);

      assertProblem(answer, 503, "service-unavailable");
      assertThat(answer.value("Retry-After")).isEqualTo("5");
      assertThat(ground.ask(GET.replace("journal", "account")).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"a\"",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "nothing of HTTP\r\n\r\n",
      })
  void oneThatBreaksOffMayHaveDoneItAndIsAskedOnce(String bytes) throws Exception {
    try (Ground ground = ground()) {
      ground.cycle.behaves(
          (_, connection) -> {
            RecordingService.write(connection, bytes);
            connection.close();
          });

      assertProblem(ground.ask(POST), 502, "bad-gateway");
      assertThat(ground.cycle.received()).hasSize(1);
      ground.cycle.answers(RecordingService.OK);
      assertThat(ground.ask(POST).status()).isEqualTo(200);
    }
  }

  @Test
  void oneThatBreaksOffALongAnswerBreaksItOffForTheClientToo() throws Exception {
    String half = "x".repeat(500_000);
    try (Ground ground = ground();
        RawHttp2 client = ground.http2()) {
      ground.cycle.behaves(
          (_, connection) -> {
            RecordingService.write(
                connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + half);
            connection.close();
          });
      client.write((frames, to) -> frames.writeWindowUpdate(to, 0, 2_000_000, to.newPromise()));
      client.headers(1, ground.head("GET", "/v1/journal"), true);
      client.write((frames, to) -> frames.writeWindowUpdate(to, 1, 2_000_000, to.newPromise()));

      assertThat(client.answer(1)).as("reset").isEqualTo(WireAnswer.NONE);
      await()
          .until(() -> Files.readString(ground.log).contains("the service broke off its answer"));
    }
  }

  @Test
  void oneThatSaysNothingIsNotWaitedForForEver() throws Exception {
    Limits.Times customary = Limits.Times.customary();
    Limits.Times impatient =
        new Limits.Times(
            customary.head(), customary.step(), Duration.ofSeconds(1), customary.fileAnswer());
    try (Ground ground = Ground.withGateway(folder, Limits.customary().with(impatient))) {
      ground.cycle.behaves((_, _) -> {});

      assertProblem(ground.ask(POST), 504, "gateway-timeout");
      await().until(() -> ground.cycle.openConnections() == 0);
      assertThat(ground.cycle.received()).hasSize(1);
    }
  }

  @Test
  void oneThatStopsInItsAnswerIsNotEither() throws Exception {
    Limits.Times customary = Limits.Times.customary();
    Limits.Times impatient =
        new Limits.Times(
            customary.head(), Duration.ofSeconds(1), customary.answer(), customary.fileAnswer());
    try (Ground ground = Ground.withGateway(folder, Limits.customary().with(impatient))) {
      ground.cycle.answers("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\"");

      assertProblem(ground.ask(GET), 504, "gateway-timeout");
      await().until(() -> ground.cycle.openConnections() == 0);
    }
  }

  @Test
  void oneThatAnswersBeforeTheWholeBodyIsHeard() throws Exception {
    String file = "x".repeat(8_000_000);
    try (Ground ground = ground();
        RawHttp1 client = ground.http1()) {
      ground.cycle.behavesAtHead(
          connection ->
              RecordingService.write(
                  connection,
                  "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"));

      WireAnswer answer =
          client
              .send(
                  "POST /v1/imports HTTP/1.1\r\nHost: "
                      + ground.authority()
                      + "\r\nContent-Length: 16000000\r\n\r\n"
                      + file)
              .answer();

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.value("Connection")).isEqualTo("close");
      assertThat(client.isClosed()).isTrue();
      await().until(() -> ground.cycle.openConnections() == 0);
    }
  }

  @Test
  void aClientThatGoesAwayTakesItsRequestAlong() throws Exception {
    try (Ground ground = ground()) {
      ground.cycle.behaves((_, _) -> {});
      try (RawHttp1 client = ground.http1()) {
        client.send(POST.replace("@", ground.authority()));
        await().until(() -> ground.cycle.received().size() == 1);
      }
      await().until(() -> ground.cycle.openConnections() == 0);
      assertThat(Files.readString(ground.log)).contains("the client went away");
    }
  }

  @Test
  void soDoesAStreamThatIsReset() throws Exception {
    try (Ground ground = ground();
        RawHttp2 client = ground.http2()) {
      ground.cycle.behaves((_, _) -> {});
      client.headers(1, ground.head("GET", "/v1/journal"), true);
      await().until(() -> ground.cycle.received().size() == 1);

      client.reset(1, 8);

      await().until(() -> ground.cycle.openConnections() == 0);
      assertThat(Files.readString(ground.log)).contains("the client went away");
    }
  }
}
