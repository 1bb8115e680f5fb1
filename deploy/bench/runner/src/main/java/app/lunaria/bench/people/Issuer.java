package app.lunaria.bench.people;

import app.lunaria.testkit.caller.TestIssuer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Issues tokens in the place of user-service, which so stays out of the measurement: the service
 * fetches the key set here, and verifies each token as it would one of user-service's.
 */
public final class Issuer implements AutoCloseable {
  /** As tokens and the service's settings name it. */
  public static final String NAME = "http://127.0.0.1/bench";

  private final TestIssuer signer = TestIssuer.of(NAME, "bench");
  private final HttpServer server;

  public Issuer() throws IOException {
    byte[] keySet = signer.keySet().getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/oauth2/jwks",
        exchange -> {
          exchange.sendResponseHeaders(200, keySet.length);
          exchange.getResponseBody().write(keySet);
          exchange.close();
        });
    server.start();
  }

  /** Where the key set is. */
  public String keySetAddress() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/oauth2/jwks";
  }

  /** A token for cycle-service with her consent in it, good for ten minutes. */
  String token(String subject, String thumbprint, Instant at) {
    return signer.token(subject, "cycle", thumbprint, at);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
