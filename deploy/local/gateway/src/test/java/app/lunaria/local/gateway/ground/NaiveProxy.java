package app.lunaria.local.gateway.ground;

import app.lunaria.local.gateway.Route;
import app.lunaria.local.gateway.ServerCertificate;
import app.lunaria.local.gateway.wire.VertxSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * What the library makes in ten lines, with the faults that such a proxy has: it passes on what
 * clients forge, finds the route in a path that it tidied up, and takes any amount.
 */
public final class NaiveProxy implements Ground.Door {
  private final Vertx vertx = Vertx.vertx(VertxSettings.vertx());
  private final HttpClient client = vertx.createHttpClient();
  private final List<Route> routes;
  private final URI origin;

  public NaiveProxy(ServerCertificate certificate, List<Route> routes) throws IOException {
    this.routes = routes;
    HttpServerOptions options =
        VertxSettings.server(
            0, certificate.key(), certificate.chain(), Duration.ofSeconds(10), 100);
    HttpServer server =
        await(
            vertx
                .createHttpServer(options.setMaxHeaderSize(1_000_000))
                .requestHandler(this::arrived)
                .listen());
    origin = URI.create("https://127.0.0.1:" + server.actualPort());
  }

  private void arrived(HttpServerRequest request) {
    Optional<Route> route = route(request.path());
    if (route.isEmpty()) {
      request.response().setStatusCode(404).end();
      return;
    }
    RequestOptions service =
        new RequestOptions()
            .setHost(route.get().service().getHost())
            .setPort(route.get().service().getPort());
    HttpProxy.reverseProxy(client).origin(_ -> client.request(service)).handle(request);
  }

  /** Two faults: a path is tidied up before it is looked at, and its beginning is enough. */
  private Optional<Route> route(String path) {
    String tidy = URI.create("http://a").resolve(path.replace("%6a", "j")).normalize().getPath();
    return routes.stream()
        .filter(route -> route.paths().stream().anyMatch(tidy::startsWith))
        .findFirst();
  }

  @Override
  public URI origin() {
    return origin;
  }

  @Override
  public void close() throws IOException {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
