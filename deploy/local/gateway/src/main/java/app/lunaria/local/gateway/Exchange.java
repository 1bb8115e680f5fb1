package app.lunaria.local.gateway;

import app.lunaria.local.gateway.flow.BodyFault;
import app.lunaria.local.gateway.flow.PacedBody;
import app.lunaria.local.gateway.head.RequestFields;
import app.lunaria.local.gateway.problem.GatewayProblem;
import app.lunaria.local.gateway.problem.ProblemAnswers;
import app.lunaria.local.gateway.wire.Channels;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as the client sees them. Whatever happens, there is one answer, one
 * line in the log, and nothing of it is left behind.
 *
 * <table>
 *   <caption>How it goes</caption>
 *   <tr><th>state</th><th>left when</th></tr>
 *   <tr><td>taking in</td><td>the gateway refuses it, or its service answers</td></tr>
 *   <tr><td>answering</td><td>the answer is written, or the client is gone</td></tr>
 *   <tr><td>over</td><td>never; what still comes of the body is thrown away</td></tr>
 * </table>
 */
final class Exchange {
  private enum State {
    TAKING_IN,
    ANSWERING,
    OVER
  }

  /**
   * How long the rest of a body is thrown away that nobody wants: closing at once would destroy the
   * answer on its way.
   */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private static final String CLIENT_GONE = "the client went away";

  private final Gear gear;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final String traceId;
  private final long begun = System.nanoTime();
  private final PacedBody body;
  private final Runnable over = this::over;
  private State state = State.TAKING_IN;
  private @Nullable ServiceCall call;
  private @Nullable GatewayProblem problem;
  private @Nullable String fault;
  private long lingering = -1;

  private Exchange(Gear gear, HttpServerRequest request) {
    this.gear = gear;
    this.request = request.pause();
    this.response = request.response();
    this.traceId = gear.ids().next();
    this.body =
        new PacedBody(
            gear.vertx(),
            request,
            Math.max(0, RequestFields.length(request.headers())),
            gear.times().step(),
            this::bodyFault,
            this::bodyWhole);
  }

  /** An exchange whose request has just arrived. */
  static Exchange begin(Gear gear, HttpServerRequest request) {
    Exchange exchange = new Exchange(gear, request);
    gear.connections().requestBegins(request.connection(), exchange.over);
    exchange.response.endHandler(_ -> exchange.over.run());
    return exchange;
  }

  HttpServerRequest request() {
    return request;
  }

  PacedBody body() {
    return body;
  }

  String traceId() {
    return traceId;
  }

  /** Hands it to its service. */
  void passOn(Route route, boolean takesFiles) {
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      response.writeContinue();
    }
    call = new ServiceCall(gear, this, route, takesFiles);
    call.begin();
  }

  /** Whether nobody has begun to answer, and somebody is there to hear it. */
  boolean isOpen() {
    return state == State.TAKING_IN && !response.closed();
  }

  /** The service's answer begins; the refusals of later are too late. */
  void answers() {
    state = State.ANSWERING;
  }

  /** Ends it with a problem of our own, if nobody has begun to answer. */
  void refuse(GatewayProblem refusal, Map<String, String> more) {
    if (state == State.TAKING_IN) {
      answerItself(refusal, more);
    }
  }

  /** Nobody is there to hear an answer. */
  void clientGone() {
    state = State.ANSWERING;
    fault = CLIENT_GONE;
  }

  /** Ends the connection of a client that does not read; of HTTP/2, the stream is ended anyway. */
  void abort() {
    if (request.version() != HttpVersion.HTTP_2) {
      Channels.abort(request.connection());
    }
  }

  /**
   * The service's answer failed.
   *
   * @param instead what is answered if nothing of it is on its way yet
   * @param what a constant sentence
   * @return whether it could still be answered so
   */
  boolean answerFailed(GatewayProblem instead, String what) {
    fault = what;
    if (state != State.ANSWERING || response.headWritten() || response.closed()) {
      return false;
    }
    answerItself(instead, Map.of());
    return true;
  }

  /**
   * Whether the body is unread, which in HTTP/1.1 stands in the way of the next request. Then there
   * will be none on this connection.
   */
  boolean isLastOfConnection() {
    boolean last =
        request.version() != HttpVersion.HTTP_2
            && RequestFields.announceBody(request.headers())
            && !body.isOver();
    if (last) {
      gear.connections().serveNoMore(request.connection());
    }
    return last;
  }

  private void answerItself(GatewayProblem refusal, Map<String, String> more) {
    state = State.ANSWERING;
    problem = refusal;
    Map<String, String> fields = new LinkedHashMap<>(gear.fields().ofOurOwn(traceId));
    fields.putAll(more);
    if (isLastOfConnection()) {
      fields.put("Connection", "close");
    }
    ProblemAnswers.write(response, refusal, traceId, fields);
    if (call != null) {
      call.cancel();
    }
  }

  private void bodyWhole() {
    if (call != null) {
      call.bodyWhole();
    }
    if (gear.vertx().cancelTimer(lingering)) {
      endUnread();
    }
  }

  private boolean bodyFault(BodyFault what) {
    switch (what) {
      case TOO_LONG ->
          refuse(
              RequestFields.announceBody(request.headers())
                  ? GatewayProblem.MALFORMED_REQUEST
                  : GatewayProblem.LENGTH_REQUIRED,
              Map.of());
      case TOO_SLOW -> refuse(GatewayProblem.REQUEST_TIMEOUT, Map.of());
      case NOT_READ -> refuse(GatewayProblem.GATEWAY_TIMEOUT, Map.of());
      // If it is still there, it broke the rules of HTTP/2.
      case BROKEN_OFF -> refuse(GatewayProblem.MALFORMED_REQUEST, Map.of());
    }
    return false;
  }

  /** The answer is written, or nobody is there to read it. */
  private void over() {
    if (state == State.OVER) {
      return;
    }
    state = State.OVER;
    if (call != null) {
      call.cancel();
    }
    log();
    gear.connections().requestEnds(request.connection(), over);
    boolean last = isLastOfConnection();
    body.discard();
    if (!body.isOver() && response.ended()) {
      lingering = gear.vertx().setTimer(LINGER.toMillis(), _ -> endUnread());
    } else if (last) {
      endUnread();
    }
  }

  /** The connection of HTTP/1.1, the stream of HTTP/2. */
  private void endUnread() {
    if (request.version() == HttpVersion.HTTP_2) {
      response.reset(0);
    } else if (RequestFields.announceBody(request.headers())) {
      gear.connections().close(request.connection());
    }
  }

  private void log() {
    boolean gone = !response.ended();
    gear.log()
        .write(
            call == null ? null : call.route().name(),
            request.method().name(),
            response.headWritten() ? response.getStatusCode() : null,
            Duration.ofNanos(System.nanoTime() - begun).toMillis(),
            traceId,
            gone || problem == null ? null : problem.slug(),
            gone && fault == null ? CLIENT_GONE : fault);
  }
}
