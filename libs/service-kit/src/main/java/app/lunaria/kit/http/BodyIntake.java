package app.lunaria.kit.http;

import app.lunaria.kit.problem.EdgeProblems;
import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemType;
import io.netty.buffer.ByteBufInputStream;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes in a whole body before anybody works on the request, so that a slow one holds nothing but
 * its connection and an early answer leaves nothing unread behind it.
 */
final class BodyIntake {
  private static final String KEY = BodyIntake.class.getName();

  /**
   * How long the rest of a refused body is thrown away: closing at once would destroy the answer on
   * its way.
   */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final EdgeConfig limits;
  private final EdgeProblems problems;

  /** Bytes of the bodies that are in memory, or on their way into it. */
  private final AtomicLong reserved = new AtomicLong();

  BodyIntake(Vertx vertx, EdgeConfig limits, EdgeProblems problems) {
    this.vertx = vertx;
    this.limits = limits;
    this.problems = problems;
  }

  /** The body that was taken in, if the request had one; it can be had once. */
  static Optional<InputStream> of(RoutingContext context) {
    Buffer body = context.remove(KEY);
    return body == null ? Optional.empty() : Optional.of(new ByteBufInputStream(body.getByteBuf()));
  }

  /**
   * Goes on to the next handler when the body is here; answers 408 and closes when it does not come
   * in time, and 429 when there is no room for it.
   */
  void take(RoutingContext context) {
    int length = Math.toIntExact(RequestRules.length(context.request().headers()));
    if (reserved.addAndGet(length) > limits.bodiesTogether()) {
      reserved.addAndGet(-length);
      context.response().putHeader("Retry-After", "5");
      refuseUnread(context, ProblemType.TOO_MANY_REQUESTS.problem());
      return;
    }
    context.addEndHandler(_ -> reserved.addAndGet(-length));
    new Intake(context, length).begin();
  }

  /** One body on its way. */
  private final class Intake {
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Buffer body;
    private int atLastLook;
    private long timer;

    Intake(RoutingContext context, int length) {
      this.context = context;
      this.request = context.request();
      this.body = Buffer.buffer(length);
    }

    void begin() {
      timer = vertx.setPeriodic(limits.bodyWithin().toMillis(), _ -> look());
      request.handler(body::appendBuffer);
      request.exceptionHandler(_ -> vertx.cancelTimer(timer));
      request.endHandler(_ -> whole());
      if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
        context.response().writeContinue();
      }
      request.resume();
    }

    private void whole() {
      if (vertx.cancelTimer(timer)) {
        context.put(KEY, body);
        context.next();
      }
    }

    private void look() {
      long least = EdgeConfig.LEAST_RATE * limits.bodyWithin().toMillis() / 1000;
      if (body.length() - atLastLook >= least) {
        atLastLook = body.length();
      } else if (vertx.cancelTimer(timer)) {
        giveUp(context);
      }
    }
  }

  /**
   * Refuses without looking at the body, and closes the connection once the client had a chance to
   * read that.
   */
  void refuseUnread(RoutingContext context, Problem problem) {
    HttpServerRequest request = context.request();
    context.response().putHeader("Connection", "close");
    long timer = vertx.setTimer(LINGER.toMillis(), _ -> close(request));
    request.handler(_ -> {});
    request.endHandler(
        _ -> {
          vertx.cancelTimer(timer);
          close(request);
        });
    request.exceptionHandler(_ -> vertx.cancelTimer(timer));
    problems.answer(context, problem).onComplete(_ -> request.resume());
  }

  private void giveUp(RoutingContext context) {
    context.response().putHeader("Connection", "close");
    problems
        .answer(context, ProblemType.REQUEST_TIMEOUT.problem())
        .onComplete(_ -> close(context.request()));
  }

  private static void close(HttpServerRequest request) {
    request.connection().close();
  }
}
