package app.lunaria.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RawHttp1;
import app.lunaria.local.gateway.ground.RawHttp2;
import app.lunaria.local.gateway.ground.RecordingService;
import app.lunaria.local.gateway.ground.WireAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take all the time there is. What is waited for is the gateway's patience. */
class SlowClientTest {
  private static final Limits.Times CUSTOMARY = Limits.Times.customary();
  private static final String BEGUN =
      "POST /v1/journal HTTP/1.1\r\nHost: @\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{";

  @TempDir Path folder;

  private Ground impatientWithHeads() throws Exception {
    return ground(
        new Limits.Times(
            Duration.ofSeconds(1), CUSTOMARY.step(), CUSTOMARY.answer(), CUSTOMARY.fileAnswer()));
  }

  private Ground impatientWithBodies() throws Exception {
    return ground(
        new Limits.Times(
            CUSTOMARY.head(), Duration.ofSeconds(1), CUSTOMARY.answer(), CUSTOMARY.fileAnswer()));
  }

  private Ground ground(Limits.Times times) throws Exception {
    return Ground.withGateway(folder, Limits.customary().with(times));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /v1/jour",
        "GET /v1/journal HTTP/1.1\r\nHost: @\r\nX: a",
        "GET /v1/journal HTTP/1.1\r\nHost: @\r\n"
      })
  void aHeadThatDoesNotEndEndsTheConnection(String begun) throws Exception {
    try (Ground ground = impatientWithHeads();
        RawHttp1 client = ground.http1()) {
      assertThat(client.send(begun.replace("@", ground.authority())).isClosed()).isTrue();
      assertThat(ground.cycle.received()).isEmpty();
    }
  }

  @Test
  void soDoesAHeadBehindAGoodRequest() throws Exception {
    try (Ground ground = impatientWithHeads();
        RawHttp1 client = ground.http1()) {
      String good = "GET /v1/journal HTTP/1.1\r\nHost: " + ground.authority() + "\r\n\r\n";

      assertThat(client.send(good + "GET /v1/jour").answer().status()).isEqualTo(200);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void soDoesAHandshakeThatIsNeverMade() throws Exception {
    try (Ground ground = impatientWithHeads();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), ground.origin().getPort())) {
      socket.setSoTimeout(20_000);

      assertThat(endOf(socket)).isTrue();
    }
  }

  private static boolean endOf(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void soDoesAnHttp2ConnectionWithoutAStream() throws Exception {
    try (Ground ground = impatientWithHeads();
        RawHttp2 client = ground.http2()) {
      assertThat(client.goneWith()).isIn(0, -1);
    }
  }

  @Test
  void aBodyThatStopsIsAnsweredAndTheConnectionClosed() throws Exception {
    try (Ground ground = impatientWithBodies();
        RawHttp1 client = ground.http1()) {
      WireAnswer answer = client.send(BEGUN.replace("@", ground.authority())).answer();

      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.problem()).isEqualTo("request-timeout");
      assertThat(client.isClosed()).isTrue();
      await().until(() -> ground.cycle.openConnections() == 0);
      assertThat(ground.cycle.received()).noneMatch(request -> request.body().length() == 10);
    }
  }

  @Test
  void aStreamWhoseBodyStopsIsAnsweredAndEnded() throws Exception {
    try (Ground ground = impatientWithBodies();
        RawHttp2 client = ground.http2()) {
      client.headers(1, ground.head("POST", "/v1/journal", "content-length", "10"), false);
      client.data(1, "{", false);

      assertThat(client.answer(1).problem()).isEqualTo("request-timeout");
      assertThat(client.answer(1)).as("reset").isEqualTo(WireAnswer.NONE);
    }
  }

  @Test
  void aBodyThatIsLongAndQuickTakesItsTime() throws Exception {
    String file = "x".repeat(16_777_216);
    try (Ground ground = Ground.withGateway(folder, Limits.customary())) {
      WireAnswer answer =
          ground.ask(
              "POST /v1/imports HTTP/1.1\r\nHost: @\r\nContent-Type: application/octet-stream\r\nContent-Length: "
                  + file.length()
                  + "\r\n\r\n"
                  + file);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(ground.cycle.received()).singleElement().matches(it -> it.body().equals(file));
    }
  }

  @Test
  void whoDoesNotReadAnAnswerLosesIt() throws Exception {
    String large = "x".repeat(32_000_000);
    try (Ground ground = impatientWithBodies();
        RawHttp1 client = ground.http1()) {
      ground.cycle.answers(
          "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: "
              + large.length()
              + "\r\n\r\n"
              + large);
      client.send("GET /v1/journal HTTP/1.1\r\nHost: " + ground.authority() + "\r\n\r\n");

      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  Files.readString(ground.log).contains("the client was too slow with its answer"));
      await().until(() -> ground.cycle.openConnections() == 0);
    }
  }

  @Test
  void othersAreServedMeanwhile() throws Exception {
    try (Ground ground = Ground.withGateway(folder, Limits.customary());
        RawHttp1 body = ground.http1();
        RawHttp1 head = ground.http1()) {
      body.send(BEGUN.replace("@", ground.authority()));
      head.send("GET /v1/jour");
      ground.cycle.answers(RecordingService.OK);

      assertThat(ground.ask("GET /v1/journal HTTP/1.1\r\nHost: @\r\n\r\n").status()).isEqualTo(200);
    }
  }
}
