package app.lunaria.kit.problem;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.KeyUnavailableException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.Optional;

/** Judges failures: the first one in the chain of causes that says something decides. */
public final class Failures {
  private static final int DEEPEST = 20;

  private Failures() {}

  /**
   * The problem that a failure means to the one who asked, for endpoints that speak another format.
   */
  public static Problem problemOf(Throwable failure) {
    return judge(failure).problem();
  }

  static Verdict judge(Throwable failure) {
    Throwable one = failure;
    for (int depth = 0; one != null && depth < DEEPEST; depth++) {
      Optional<Verdict> verdict = alone(one);
      if (verdict.isPresent()) {
        return verdict.get();
      }
      one = one.getCause();
    }
    return Verdict.defect();
  }

  private static Optional<Verdict> alone(Throwable failure) {
    return switch (failure) {
      case ProblemException expected ->
          Optional.of(new Verdict(expected.problem(), expected.headers(), Verdict.Notice.NONE));
      case DamagedException _ ->
          Optional.of(
              new Verdict(
                  ProblemType.SEALED_DATA_REFUSED.problem(), Map.of(), Verdict.Notice.TAMPERED));
      case KeyUnavailableException _ ->
          Optional.of(Verdict.outage(ProblemType.KEY_SERVICE_UNAVAILABLE));
      case UnauthorizedException _, AuthenticationException _ ->
          Optional.of(
              new Verdict(
                  ProblemType.UNAUTHORIZED.problem(),
                  Map.of("WWW-Authenticate", "DPoP algs=\"ES256\""),
                  Verdict.Notice.NONE));
      // An endpoint that says nothing of who may call it is nobody's.
      case ForbiddenException _ -> Optional.of(Verdict.expected(ProblemType.NOT_FOUND));
      case WebApplicationException refused ->
          Optional.of(ofStatus(refused.getResponse().getStatus()));
      default ->
          DatabaseFailures.isPassing(failure)
              ? Optional.of(Verdict.outage(ProblemType.DATABASE_UNAVAILABLE))
              : Optional.empty();
    };
  }

  /** What a bare status means that the framework chose. */
  static Verdict ofStatus(int status) {
    return switch (status) {
      case 401 -> Verdict.expected(ProblemType.UNAUTHORIZED);
      case 403, 404 -> Verdict.expected(ProblemType.NOT_FOUND);
      case 405 -> Verdict.expected(ProblemType.METHOD_NOT_ALLOWED);
      case 406 -> Verdict.expected(ProblemType.NOT_ACCEPTABLE);
      case 408 -> Verdict.expected(ProblemType.REQUEST_TIMEOUT);
      case 411 -> Verdict.expected(ProblemType.LENGTH_REQUIRED);
      case 413 -> Verdict.expected(ProblemType.CONTENT_TOO_LARGE);
      case 415 -> Verdict.expected(ProblemType.UNSUPPORTED_MEDIA_TYPE);
      case 429 -> Verdict.expected(ProblemType.TOO_MANY_REQUESTS);
      case 431 -> Verdict.expected(ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE);
      default ->
          status >= 400 && status < 500
              ? Verdict.expected(ProblemType.MALFORMED_REQUEST)
              : Verdict.defect();
    };
  }
}
