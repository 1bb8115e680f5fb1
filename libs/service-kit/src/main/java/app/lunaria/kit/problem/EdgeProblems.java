package app.lunaria.kit.problem;

import app.lunaria.kit.ids.TraceIds;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Turns what goes wrong before or after a resource into a problem: refusals of the edge, failures
 * of the router.
 */
@ApplicationScoped
public class EdgeProblems {
  private final TraceIds traceIds;

  EdgeProblems(TraceIds traceIds) {
    this.traceIds = traceIds;
  }

  /** Answers with the problem, unless an answer is already on its way. */
  public Future<Void> answer(RoutingContext request, Problem problem) {
    return answer(request, Verdict.expected(problem));
  }

  /** Answers a request that failed outside the resources, whatever was the matter. */
  public Future<Void> answerFailure(RoutingContext request) {
    Throwable failure = request.failure();
    // The router refuses with a status of its own, and with an exception for the page that we do
    // not show.
    if (failure == null || (request.statusCode() >= 400 && request.statusCode() < 500)) {
      return answer(request, Failures.ofStatus(request.statusCode()));
    }
    traceIds.of(request);
    Verdict verdict = Failures.judge(failure);
    FailureLog.tell(verdict, failure);
    return answer(request, verdict);
  }

  private Future<Void> answer(RoutingContext request, Verdict verdict) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return Future.succeededFuture();
    }
    if (response.headWritten()) {
      return response.end();
    }
    Problem problem = verdict.problem();
    verdict.headers().forEach(response::putHeader);
    return response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
        .end(Buffer.buffer(ProblemBody.of(problem, traceIds.of(request))));
  }
}
