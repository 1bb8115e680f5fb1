package app.lunaria.local.gateway.problem;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** Writes a problem as an answer, in place of whatever was about to be one. */
public final class ProblemAnswers {
  private static final String MEDIA_TYPE = "application/problem+json";

  private ProblemAnswers() {}

  /**
   * Answers, unless the head of another answer is on its way already.
   *
   * @param fields those that every answer has, and {@code Retry-After} where it is due
   */
  public static Future<Void> write(
      HttpServerResponse response,
      GatewayProblem problem,
      String traceId,
      Map<String, String> fields) {
    if (response.headWritten() || response.closed()) {
      return Future.succeededFuture();
    }
    MultiMap headers = response.headers();
    headers.clear();
    fields.forEach(headers::set);
    headers.set("Content-Type", MEDIA_TYPE);
    return response.setChunked(false).setStatusCode(problem.status()).end(problem.body(traceId));
  }
}
