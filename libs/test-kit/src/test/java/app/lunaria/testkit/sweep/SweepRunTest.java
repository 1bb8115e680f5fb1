package app.lunaria.testkit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.testkit.sweep.wire.RawAnswer;
import app.lunaria.testkit.sweep.wire.RawHttp;
import app.lunaria.testkit.sweep.wire.RequestText;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The planted faults: a sweep over services that answer wrongly does not pass. */
class SweepRunTest {
  private static final Fault FAULT =
      Fault.of("GET /", "planted", () -> RequestText.of("GET", "/"), 400, "slug");

  private HttpServer service;
  private String says = "slug";

  @BeforeEach
  void aServiceThatRefusesEverything() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          byte[] body = says.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(400, body.length);
          exchange.getResponseBody().write(body);
          exchange.getResponseBody().flush();
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void anAnswerThatRepeatsOrFailsOrMissesItsMarkIsTold() {
    assertThat(
            Stream.of(
                    new RawAnswer(200, List.of("Date: x"), "slug"),
                    new RawAnswer(500, List.of("Date: x"), "slug"),
                    new RawAnswer(400, List.of("Date: x"), "another"),
                    new RawAnswer(400, List.of("Date: x"), "slug " + Canary.TEXT),
                    new RawAnswer(400, List.of(), "slug"),
                    new RawAnswer(400, List.of("Date: x"), "slug java.io.IOException"))
                .map(answer -> Verdicts.objection(FAULT, answer)))
        .noneMatch(String::isEmpty);
    assertThat(Verdicts.objection(FAULT, new RawAnswer(400, List.of("Date: x"), "slug"))).isEmpty();
  }

  @Test
  void aRightRefusalPasses() {
    SweepRun.of(List.of(FAULT), http(), SweepRunTest::lines).refusedAll(1).loggedNothingOf("none");
  }

  @Test
  void aWrongAnswerEndsTheSweep() {
    says = "another";

    SweepRun run = SweepRun.of(List.of(FAULT), http(), SweepRunTest::lines);

    assertThatThrownBy(() -> run.refusedAll(1)).hasMessageContaining("GET /, planted");
  }

  @Test
  void aSweepThatIsTooSmallDoesNotPass() {
    SweepRun run = SweepRun.of(List.of(FAULT), http(), SweepRunTest::lines);

    assertThatThrownBy(() -> run.refusedAll(2)).isInstanceOf(AssertionError.class);
  }

  @Test
  void aLineThatSaysWhatWasSentDoesNotPass() {
    SweepRun repeating = whileLogging("received " + Canary.TEXT);
    SweepRun telling = whileLogging("the token was eyJhbGciOiJQUzI1NiJ9");

    assertThatThrownBy(repeating::loggedNothingOf).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> telling.loggedNothingOf("eyJhbGciOiJQUzI1NiJ9"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aLogThatIsNotHeardDoesNotPass() {
    SweepRun run = SweepRun.of(List.of(FAULT), http(), _ -> lines(OutputStream.nullOutputStream()));

    assertThatThrownBy(run::loggedNothingOf).isInstanceOf(AssertionError.class);
  }

  @Test
  void aStalledBodyThatIsNotTimedOutIsTold() throws InterruptedException, ExecutionException {
    Endpoint endpoint =
        Endpoint.of("POST", "/", Endpoint.Kind.JSON, Optional.empty(), Map.of("a", "1"));

    assertThat(StalledBodies.objections(List.of(endpoint), http()))
        .singleElement()
        .asString()
        .contains("POST /");
  }

  private SweepRun whileLogging(String line) {
    Fault logged =
        Fault.of(
            "GET /",
            "planted",
            () -> {
              Logger.getLogger("a.service").info(line);
              return RequestText.of("GET", "/");
            },
            400,
            "slug");
    return SweepRun.of(List.of(logged), http(), SweepRunTest::lines);
  }

  private RawHttp http() {
    return new RawHttp(service.getAddress().getHostString(), service.getAddress().getPort());
  }

  private static Handler lines(OutputStream out) {
    return new StreamHandler(out, new SimpleFormatter()) {
      @Override
      public synchronized void publish(LogRecord line) {
        super.publish(line);
        flush();
      }
    };
  }
}
