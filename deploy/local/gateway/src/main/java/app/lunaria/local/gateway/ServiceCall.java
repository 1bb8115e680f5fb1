package app.lunaria.local.gateway;

import app.lunaria.local.gateway.flow.BodyFault;
import app.lunaria.local.gateway.flow.GzipBody;
import app.lunaria.local.gateway.flow.HeldBody;
import app.lunaria.local.gateway.flow.PacedBody;
import app.lunaria.local.gateway.head.Packing;
import app.lunaria.local.gateway.head.RequestFields;
import app.lunaria.local.gateway.head.Target;
import app.lunaria.local.gateway.problem.GatewayProblem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same request and answer as the service sees them. It is asked once: what a service did with a
 * request whose answer is lost, only the client can find out, with its {@code Idempotency-Key}.
 */
final class ServiceCall implements ProxyInterceptor {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** Bytes of an answer that are held until it is whole; most answers are shorter. */
  private static final int MOST_HELD = 65_536;

  private static final Map<String, String> LATER = Map.of("Retry-After", "5");

  private final Gear gear;
  private final Exchange exchange;
  private final Route route;
  private final Duration patience;
  private @Nullable HttpClientRequest asked;
  private boolean answerWhole;
  private long timer = -1;

  ServiceCall(Gear gear, Exchange exchange, Route route, boolean takesFiles) {
    this.gear = gear;
    this.exchange = exchange;
    this.route = route;
    this.patience = takesFiles ? gear.times().fileAnswer() : gear.times().answer();
  }

  Route route() {
    return route;
  }

  void begin() {
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), gear.client())
        .origin(_ -> connect())
        .addInterceptor(this)
        .handle(exchange.request());
  }

  /** From now on the service is waited for. */
  void bodyWhole() {
    if (exchange.isOpen()) {
      timer =
          gear.vertx()
              .setTimer(
                  patience.toMillis(),
                  _ -> exchange.refuse(GatewayProblem.GATEWAY_TIMEOUT, Map.of()));
    }
  }

  /**
   * Nobody waits for the answer any more. A connection to the service on which something is left to
   * come or to go is closed; any other one serves again.
   */
  void cancel() {
    gear.vertx().cancelTimer(timer);
    boolean done = answerWhole && exchange.body().isOver();
    if (asked != null && !done) {
      asked.reset();
    }
  }

  private Future<HttpClientRequest> connect() {
    RequestOptions service =
        new RequestOptions()
            .setHost(route.service().getHost())
            .setPort(route.service().getPort())
            .setConnectTimeout(CONNECT.toMillis());
    return gear.client().request(service).compose(this::connected);
  }

  private Future<HttpClientRequest> connected(HttpClientRequest request) {
    if (!exchange.isOpen()) {
      request.reset();
      return Future.failedFuture("nobody waits for it any more");
    }
    asked = request;
    return Future.succeededFuture(request);
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    RequestFields.strip(request.headers());
    request.putHeader("X-Request-Id", exchange.traceId());
    request.setBody(Body.body(exchange.body(), RequestFields.length(exchange.request().headers())));
    return context.sendRequest().onFailure(this::noAnswer);
  }

  private void noAnswer(Throwable failure) {
    // The proxy resets its request with this cause when the client ends the one that it is for.
    if (failure instanceof StreamResetException reset && reset.getCause() != null) {
      exchange.clientGone();
    } else if (asked == null) {
      exchange.refuse(GatewayProblem.SERVICE_UNAVAILABLE, LATER);
    } else {
      exchange.refuse(GatewayProblem.BAD_GATEWAY, Map.of());
    }
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    gear.vertx().cancelTimer(timer);
    ProxyResponse answer = context.response();
    if (!exchange.isOpen()) {
      answer.release();
      return Future.succeededFuture();
    }
    exchange.answers();
    answer.setStatusMessage(null);
    gear.fields().tidy(answer.headers(), exchange.traceId());
    if (exchange.isLastOfConnection()) {
      answer.putHeader("Connection", "close");
    }
    answer.setBody(onItsWay(answer));
    return context.sendResponse();
  }

  private Body onItsWay(ProxyResponse answer) {
    Body content = answer.getBody();
    ReadStream<Buffer> paced =
        new PacedBody(
            gear.vertx(),
            content.stream(),
            Long.MAX_VALUE,
            gear.times().step(),
            this::answerFault,
            () -> answerWhole = true);
    ReadStream<Buffer> held = new HeldBody(paced, MOST_HELD);
    Target target = Target.of(exchange.request().uri());
    boolean isHead = exchange.request().method() == HttpMethod.HEAD;
    if (isHead
        || !Packing.isWorthIt(target, answer.getStatusCode(), answer.headers(), content.length())) {
      return Body.body(held, content.length());
    }
    answer.headers().add("Vary", "Accept-Encoding");
    if (!Packing.isAccepted(exchange.request().headers())) {
      return Body.body(held, content.length());
    }
    answer.headers().remove("Content-Length");
    answer.putHeader("Content-Encoding", "gzip");
    return Body.body(new GzipBody(held, gear.ids().random()));
  }

  private boolean answerFault(BodyFault what) {
    return switch (what) {
      case TOO_LONG, BROKEN_OFF ->
          exchange.answerFailed(GatewayProblem.BAD_GATEWAY, "the service broke off its answer");
      case TOO_SLOW ->
          exchange.answerFailed(
              GatewayProblem.GATEWAY_TIMEOUT, "the service was too slow with its answer");
      case NOT_READ -> {
        boolean answered =
            exchange.answerFailed(
                GatewayProblem.REQUEST_TIMEOUT, "the client was too slow with its answer");
        exchange.abort();
        yield answered;
      }
    };
  }
}
