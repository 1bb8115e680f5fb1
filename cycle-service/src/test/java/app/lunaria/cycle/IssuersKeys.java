package app.lunaria.cycle;

import app.lunaria.testkit.caller.TestIssuer;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
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
    String set =
        """
        {"keys":[{"kty":"RSA","kid":"%s","alg":"PS256","use":"sig","n":"%s","e":"%s"}]}"""
            .formatted(
                issuer.kid(),
                unsigned(issuer.publicKey().getModulus()),
                unsigned(issuer.publicKey().getPublicExponent()));
    try {
      Files.writeString(FILE, set);
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

  /** Base64urlUInt (RFC 7518, section 2). */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
