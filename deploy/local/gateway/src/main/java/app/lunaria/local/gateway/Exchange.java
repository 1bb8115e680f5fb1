package app.lunaria.local.gateway;

import app.lunaria.local.gateway.flow.BodyFault;
import app.lunaria.local.gateway.flow.PacedBody;
import app.lunaria.local.gateway.head.RequestFields;
import app.lunaria.local.gateway.problem.GatewayProblem;
import app.lunaria.local.gateway.problem.ProblemAnswers;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Whatever happens, there is one answer, one line in the log, and
 * nothing of the exchange is left behind.
 */
final class Exchange implements ProxyInterceptor {
  /**
   * How long the rest of a body is thrown away that nobody wants: closing at once would destroy the
   * answer on its way.
   */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Map<String, String> LATER = Map.of("Retry-After", "5");

  private final Gear gear;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final String traceId;
  private final long begun = System.nanoTime();
  private final boolean announcesBody;
  private final PacedBody body;
  private Duration patience;
  private @Nullable Route route;
  private @Nullable HttpClientRequest toService;
  private @Nullable GatewayProblem problem;
  private @Nullable String fault;
  private boolean answering;
  private boolean logged;
  private long timer = -1;

  private Exchange(Gear gear, HttpServerRequest request) {
    this.gear = gear;
    this.request = request.pause();
    this.response = request.response();
    this.traceId = gear.ids().next();
    this.announcesBody = HeadRules.announcesBody(request);
    this.patience = gear.times().answer();
    this.body =
        new PacedBody(
            gear.vertx(),
            request,
            announced(),
            gear.times().step(),
            this::bodyFault,
            this::bodyWhole);
  }

  /** An exchange whose request has just arrived. */
  static Exchange begin(Gear gear, HttpServerRequest request) {
    Exchange exchange = new Exchange(gear, request);
    gear.connections().requestBegins(request.connection());
    exchange.response.endHandler(_ -> exchange.over());
    return exchange;
  }

  private long announced() {
    try {
      return HeadRules.length(request.headers());
    } catch (NumberFormatException malformed) {
      return 0;
    }
  }

  /** Ends it with a problem of our own, if no answer is on its way yet. */
  void refuse(GatewayProblem refusal, Map<String, String> more) {
    if (answering) {
      return;
    }
    answering = true;
    problem = refusal;
    Map<String, String> fields = new LinkedHashMap<>(gear.fields().ofOurOwn(traceId));
    fields.putAll(more);
    if (leavesBodyUnread()) {
      fields.put("Connection", "close");
    }
    ProblemAnswers.write(response, refusal, traceId, fields);
    cancelRequestToService();
  }

  /** Hands it to its service. */
  void passOn(Route to, boolean takesFiles) {
    route = to;
    if (takesFiles) {
      patience = gear.times().fileAnswer();
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      response.writeContinue();
    }
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), gear.client())
        .origin(_ -> connect(to))
        .addInterceptor(this)
        .handle(request);
  }

  private Future<HttpClientRequest> connect(Route to) {
    RequestOptions service =
        new RequestOptions()
            .setHost(to.service().getHost())
            .setPort(to.service().getPort())
            .setConnectTimeout(CONNECT.toMillis());
    return gear.client()
        .request(service)
        .compose(
            connected -> {
              if (answering || response.closed()) {
                connected.reset();
                return Future.failedFuture("nobody waits for it any more");
              }
              toService = connected;
              return Future.succeededFuture(connected);
            });
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest passedOn = context.request();
    RequestFields.strip(passedOn.headers());
    passedOn.putHeader("X-Request-Id", traceId);
    passedOn.setBody(Body.body(body, announcesBody ? announced() : -1));
    return context.sendRequest().onFailure(_ -> noAnswer());
  }

  private void noAnswer() {
    if (toService == null) {
      refuse(GatewayProblem.SERVICE_UNAVAILABLE, LATER);
    } else {
      refuse(GatewayProblem.BAD_GATEWAY, Map.of());
    }
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    gear.vertx().cancelTimer(timer);
    ProxyResponse answer = context.response();
    if (answering) {
      answer.release();
      return Future.succeededFuture();
    }
    answering = true;
    answer.setStatusMessage(null);
    gear.fields().tidy(answer.headers(), traceId);
    if (leavesBodyUnread()) {
      answer.putHeader("Connection", "close");
    }
    Body content = answer.getBody();
    answer.setBody(
        Body.body(
            new PacedBody(
                gear.vertx(),
                content.stream(),
                Long.MAX_VALUE,
                gear.times().step(),
                this::answerFault,
                () -> {}),
            content.length()));
    return context.sendResponse();
  }

  private void bodyWhole() {
    if (!answering && route != null) {
      timer =
          gear.vertx()
              .setTimer(patience.toMillis(), _ -> refuse(GatewayProblem.GATEWAY_TIMEOUT, Map.of()));
    }
  }

  private boolean bodyFault(BodyFault what) {
    switch (what) {
      case TOO_LONG ->
          refuse(
              announcesBody ? GatewayProblem.MALFORMED_REQUEST : GatewayProblem.LENGTH_REQUIRED,
              Map.of());
      case TOO_SLOW -> refuse(GatewayProblem.REQUEST_TIMEOUT, Map.of());
      case NOT_READ -> refuse(GatewayProblem.GATEWAY_TIMEOUT, Map.of());
      case BROKEN_OFF -> fault = "the client went away";
    }
    return false;
  }

  private boolean answerFault(BodyFault what) {
    fault =
        switch (what) {
          case TOO_LONG, BROKEN_OFF -> "the service broke off its answer";
          case TOO_SLOW -> "the service was too slow with its answer";
          case NOT_READ -> "the client was too slow with its answer";
        };
    if (response.headWritten()) {
      return false;
    }
    answering = false;
    refuse(
        what == BodyFault.TOO_SLOW ? GatewayProblem.GATEWAY_TIMEOUT : GatewayProblem.BAD_GATEWAY,
        Map.of());
    return true;
  }

  /** Of HTTP/1.1 only: there an unread body stands in the way of the next request. */
  private boolean leavesBodyUnread() {
    return announcesBody && !body.isOver() && request.version() != HttpVersion.HTTP_2;
  }

  private void cancelRequestToService() {
    gear.vertx().cancelTimer(timer);
    if (toService != null) {
      toService.reset();
    }
  }

  /** The answer is written, or nobody is there to read it. */
  private void over() {
    if (logged) {
      return;
    }
    logged = true;
    gear.vertx().cancelTimer(timer);
    gear.log()
        .write(
            route == null ? null : route.name(),
            request.method().name(),
            response.headWritten() ? response.getStatusCode() : null,
            Duration.ofNanos(System.nanoTime() - begun).toMillis(),
            traceId,
            problem == null ? null : problem.slug(),
            fault);
    gear.connections().requestEnds(request.connection());
    body.discard();
    if (!body.isOver()) {
      linger();
    }
  }

  private void linger() {
    gear.vertx()
        .setTimer(
            LINGER.toMillis(),
            _ -> {
              if (!body.isOver()) {
                response.reset();
              }
            });
  }
}
