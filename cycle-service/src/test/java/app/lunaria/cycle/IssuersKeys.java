package app.lunaria.cycle;

import app.lunaria.testkit.caller.TestIssuer;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's key set on loopback. It serves what stands in a file, so that the tests, which live
 * in another class loader, can say what that is.
 */
public final class IssuersKeys implements QuarkusTestResourceLifecycleManager {
  private static final Path FILE = Path.of("target", "issuers-keys.json");
  private @Nullable HttpServer server;

  /** Makes the key of this issuer the one that is served. */
  static void serve(TestIssuer issuer) {
    try {
      Files.writeString(FILE, issuer.keySet());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext(
        "/oauth2/jwks",
        exchange -> {
          byte[] keys = Files.readAllBytes(FILE);
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
    return Map.of(
        "lunaria.token-keys.address",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/oauth2/jwks");
  }

  @Override
  public void stop() {
    Objects.requireNonNull(server).stop(0);
  }
}
