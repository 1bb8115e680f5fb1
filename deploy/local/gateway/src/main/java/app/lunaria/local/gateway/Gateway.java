package app.lunaria.local.gateway;

import app.lunaria.local.gateway.client.AddressBuckets;
import app.lunaria.local.gateway.client.Connections;
import app.lunaria.local.gateway.head.AnswerFields;
import app.lunaria.local.gateway.log.LibraryLogs;
import app.lunaria.local.gateway.log.RequestIds;
import app.lunaria.local.gateway.log.RequestLog;
import app.lunaria.local.gateway.wire.Channels;
import app.lunaria.local.gateway.wire.VertxSettings;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running gateway: HTTPS on the loopback address, in this process. It judges heads, sizes and
 * paces; who may do what, the services judge. All its work is done on one thread of its own.
 */
public final class Gateway implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Vertx vertx;
  private final RequestLog log;
  private final URI origin;

  private Gateway(Vertx vertx, RequestLog log, URI origin) {
    this.vertx = vertx;
    this.log = log;
    this.origin = origin;
  }

  /**
   * Starts a gateway and returns when it listens.
   *
   * @throws IOException if the port is taken, or the log cannot be written
   */
  public static Gateway start(GatewaySettings settings) throws IOException {
    return start(settings, Clock.systemUTC(), TimeMeter.SYSTEM_MILLISECONDS);
  }

  static Gateway start(GatewaySettings settings, Clock clock, TimeMeter time) throws IOException {
    LibraryLogs.silence();
    RequestLog log = RequestLog.at(settings.log(), clock);
    Vertx vertx = Vertx.vertx(VertxSettings.vertx());
    try {
      HttpClient client = vertx.createHttpClient(VertxSettings.client(), VertxSettings.pool());
      Limits limits = settings.limits();
      Connections connections =
          new Connections(vertx, limits.perAddress().connections(), limits.times().head());
      Gear gear =
          new Gear(
              vertx,
              client,
              limits.times(),
              connections,
              new AnswerFields(clock),
              new RequestIds(),
              log);
      AddressBuckets buckets =
          new AddressBuckets(
              limits.perAddress().requestsPerSecond(), limits.perAddress().burst(), time);
      HttpServerOptions options =
          VertxSettings.server(
              settings.port(),
              settings.certificate().key(),
              settings.certificate().chain(),
              limits.times().head(),
              Connections.REQUESTS_AT_A_TIME);
      FrontDoor door = new FrontDoor(gear, buckets, settings);
      HttpServer server =
          await(
              vertx
                  .createHttpServer(options)
                  .connectionHandler(
                      connection -> {
                        Channels.readStrictly(connection, options);
                        connections.opened(connection);
                      })
                  .requestHandler(door::arrived)
                  .invalidRequestHandler(door::unreadable)
                  .listen());
      URI origin = URI.create("https://" + VertxSettings.LOOPBACK + ":" + server.actualPort());
      return new Gateway(vertx, log, origin);
    } catch (IOException | RuntimeException failed) {
      await(vertx.close());
      log.close();
      throw failed;
    }
  }

  /** Where clients find it, such as {@code https://127.0.0.1:18443}. */
  public URI origin() {
    return origin;
  }

  /** Breaks off what is under way, and returns when nothing of it is left. */
  @Override
  public void close() throws IOException {
    await(vertx.close());
    log.close();
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new IOException("the gateway did not start or stop", failed.getCause());
    } catch (TimeoutException late) {
      throw new IOException("the gateway did not start or stop in time", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
