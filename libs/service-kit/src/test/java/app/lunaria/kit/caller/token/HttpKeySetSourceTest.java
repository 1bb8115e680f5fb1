package app.lunaria.kit.caller.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.Environment;
import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.caller.Ground;
import app.lunaria.testkit.caller.TestIssuer;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpKeySetSourceTest {
  private static final TestIssuer ISSUER = TestIssuer.of("x", "token-1");

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;
  private int status = 200;
  private String answer = ISSUER.keySet();

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/oauth2/jwks",
        exchange -> {
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/oauth2/jwks");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    vertx.close();
  }

  @Test
  void theKeysOfTheIssuerAreReadByTheirIds() {
    assertThat(fetch()).containsOnly(Map.entry("token-1", ISSUER.publicKey()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"keys\":{}}",
        "{\"keys\":[]",
        "{\"keys\":[],\"keys\":[]}",
        "<html>not found</html>"
      })
  void anotherAnswerIsNoKeySet(String another) {
    answer = another;

    assertThatThrownBy(this::fetch).hasCauseInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 500})
  void anotherStatusIsNotRead(int another) {
    status = another;

    assertThatThrownBy(this::fetch).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aLongAnswerIsNotRead() {
    answer = ISSUER.keySet() + " ".repeat(65_536);

    assertThatThrownBy(this::fetch).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void nobodyThereIsAFailure() {
    server.stop(0);

    assertThatThrownBy(this::fetch).hasCauseInstanceOf(IOException.class);
  }

  private Map<String, RSAPublicKey> fetch() {
    CallerConfig config =
        Ground.config(Environment.TEST, false, "http://127.0.0.1:" + server.getAddress().getPort());
    return new HttpKeySetSource(vertx, config).fetch().await().atMost(Duration.ofSeconds(10));
  }
}
