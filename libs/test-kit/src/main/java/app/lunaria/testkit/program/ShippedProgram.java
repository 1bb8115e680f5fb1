package app.lunaria.testkit.program;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The program of a service as it is shipped, jar or executable, which a test starts: what it is
 * told, beside the addresses of its databases and keys, and where it is. A packaged program runs in
 * the profile {@code prod}, in which nothing is preset that is fit only for a test.
 */
public final class ShippedProgram implements QuarkusTestResourceLifecycleManager {
  /** The origin of the issuer and of the service, wherever it listens. */
  public static final String ORIGIN = "http://127.0.0.1:8081";

  private static final String API = "shipped-program.api";
  private static final String MANAGEMENT = "shipped-program.management";
  private static final String FAST = "\nlunaria_signatures_fast 1.0\n";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public Map<String, String> start() {
    ProgramOutput.listen();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("lunaria.env", "test");
    settings.put("lunaria.issuer", ORIGIN);
    settings.put("lunaria.origin", ORIGIN);
    settings.put("lunaria.keys.open-first-epoch", "true");
    settings.put("quarkus.flyway.migration.migrate-at-start", "true");
    settings.put("quarkus.flyway.key-copy-migration.migrate-at-start", "true");
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.port", kept(API));
    settings.put("quarkus.management.host", "127.0.0.1");
    settings.put("quarkus.management.port", kept(MANAGEMENT));
    return settings;
  }

  @Override
  public void stop() {}

  /** Where its API is, on loopback. */
  public static int port() {
    return Integer.parseInt(kept(API));
  }

  /** Waits until the program is ready and computes signatures by the fast provider. */
  public static void awaitReadyAndFast() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> answer("/q/health/ready").statusCode() == 200);
    await().atMost(PATIENCE).until(() -> answer("/q/metrics").body().contains(FAST));
  }

  /** Whether the program answers at all. */
  static boolean isStarted() {
    try {
      return answer("/q/health/started").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HttpResponse<String> answer(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + kept(MANAGEMENT) + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** A free port, the same for this name as long as this process lives. */
  private static synchronized String kept(String name) {
    String port = System.getProperty(name);
    if (port == null) {
      port = Integer.toString(freePort());
      System.setProperty(name, port);
    }
    return port;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
