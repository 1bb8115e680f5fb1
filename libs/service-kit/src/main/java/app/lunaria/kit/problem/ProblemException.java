package app.lunaria.kit.problem;

import java.util.Map;

/**
 * Ends a request with a problem. An expected outcome: it has no stack trace and is not logged as a
 * failure.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  /** A refusal without headers of its own. */
  public ProblemException(Problem problem) {
    this(problem, Map.of());
  }

  /**
   * A refusal whose answer carries these headers too, such as {@code Retry-After} or {@code ETag}.
   */
  public ProblemException(Problem problem, Map<String, String> headers) {
    super(problem.slug(), null, false, false);
    this.problem = problem;
    this.headers = Map.copyOf(headers);
  }

  public Problem problem() {
    return problem;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
