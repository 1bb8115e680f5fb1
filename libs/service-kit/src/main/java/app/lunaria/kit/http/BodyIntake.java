package app.lunaria.kit.http;

import app.lunaria.kit.problem.EdgeProblems;
import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemType;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

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
  private final Duration within;
  private final EdgeProblems problems;

  BodyIntake(Vertx vertx, Duration within, EdgeProblems problems) {
    this.vertx = vertx;
    this.within = within;
    this.problems = problems;
  }

  /** The body that was taken in, if the request had one. */
  static Optional<InputStream> of(RoutingContext context) {
    Buffer body = context.get(KEY);
    return body == null ? Optional.empty() : Optional.of(new ByteArrayInputStream(body.getBytes()));
  }

  /**
   * Goes on to the next handler when the body is here; answers 408 and closes when it does not come
   * in time.
   */
  void take(RoutingContext context) {
    HttpServerRequest request = context.request();
    Buffer body = Buffer.buffer();
    long timer = vertx.setTimer(within.toMillis(), _ -> giveUp(context));
    request.handler(body::appendBuffer);
    request.exceptionHandler(_ -> vertx.cancelTimer(timer));
    request.endHandler(
        _ -> {
          if (vertx.cancelTimer(timer)) {
            context.put(KEY, body);
            context.next();
          }
        });
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      context.response().writeContinue();
    }
    request.resume();
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
