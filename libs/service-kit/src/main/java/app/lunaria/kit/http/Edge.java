package app.lunaria.kit.http;

import app.lunaria.kit.ids.TraceIds;
import app.lunaria.kit.problem.EdgeProblems;
import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemType;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * The first to see a request and the last to see its answer. Runs before authentication and before
 * the framework's own limits, whose refusals have no body; a request comes to a resource only whole
 * and in good order.
 */
@ApplicationScoped
class Edge {
  private static final int BEFORE_ALL_OTHERS = 10_000;
  private static final int BEFORE_ALL_FAILURE_HANDLERS = -2_000_000;

  private final TraceIds traceIds;
  private final EdgeProblems problems;
  private final RequestRules rules;
  private final BodyIntake bodies;
  private final AnswerHeaders headers = new AnswerHeaders(Clock.systemUTC());

  Edge(EdgeConfig limits, TraceIds traceIds, EdgeProblems problems, Vertx vertx) {
    this.traceIds = traceIds;
    this.problems = problems;
    this.rules = new RequestRules(limits);
    this.bodies = new BodyIntake(vertx, limits, problems);
  }

  void judgeEachRequest(@Observes Filters filters) {
    filters.register(this::arrived, BEFORE_ALL_OTHERS);
  }

  /**
   * The router fails some requests (no Host) before any handler, and would show a page or a stack.
   */
  void answerEachFailure(@Observes Router router) {
    router.route().order(BEFORE_ALL_FAILURE_HANDLERS).failureHandler(this::failed);
  }

  private void arrived(RoutingContext context) {
    if (isDevelopersPage(context)) {
      context.next();
      return;
    }
    traceIds.of(context);
    context.addHeadersEndHandler(_ -> headers.addTo(context.response()));
    Optional<Problem> objection = objection(context);
    if (objection.isPresent()) {
      refuse(context, objection.get());
    } else if (RequestRules.hasBody(context.request())) {
      bodies.take(context);
    } else {
      context.next();
    }
  }

  private Optional<Problem> objection(RoutingContext context) {
    HttpServerRequest request = context.request();
    // Only of a well-formed path can a tidy one be made.
    return RequestRules.isAddress(request.path(), Objects.requireNonNullElse(request.query(), ""))
        ? rules.objection(request, context.normalizedPath())
        : Optional.of(ProblemType.MALFORMED_REQUEST.problem());
  }

  private void refuse(RoutingContext context, Problem problem) {
    if (RequestRules.hasBody(context.request())) {
      bodies.refuseUnread(context, problem);
    } else {
      problems.answer(context, problem);
    }
  }

  private void failed(RoutingContext context) {
    if (!context.response().headWritten()) {
      headers.addTo(context.response());
    }
    problems.answerFailure(context);
  }

  /**
   * Dev mode shows its pages on the port of the API; elsewhere {@code /q} has a port of its own.
   */
  private static boolean isDevelopersPage(RoutingContext context) {
    return LaunchMode.current() == LaunchMode.DEVELOPMENT
        && context.request().path().startsWith("/q/");
  }
}
