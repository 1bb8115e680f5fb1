package app.lunaria.user.oauth;

import app.lunaria.kit.caller.proof.InvalidProofException;
import app.lunaria.kit.problem.Failures;
import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemType;
import app.lunaria.user.password.HashingPlacesTakenException;

/** Turns what can go wrong behind the token endpoints into the words of RFC 6749. */
public final class OAuthFailures {
  private static final long RETRY_AFTER_SECONDS = 2;

  private OAuthFailures() {}

  /** The refusal that a failure means, or the failure itself where it is a defect of ours. */
  public static Throwable told(Throwable failure) {
    return switch (failure) {
      case OAuthException told -> told;
      case InvalidProofException _ -> new OAuthException(OAuthError.INVALID_DPOP_PROOF);
      case HashingPlacesTakenException _ -> new OAuthException(OAuthError.TOO_MANY_REQUESTS, 1);
      default -> told(failure, Failures.problemOf(failure));
    };
  }

  private static Throwable told(Throwable failure, Problem problem) {
    if (problem.status() == 503) {
      return new OAuthException(OAuthError.TEMPORARILY_UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
    return problem.slug().equals(ProblemType.SEALED_DATA_REFUSED.slug())
        ? new OAuthException(OAuthError.SERVER_ERROR)
        : failure;
  }
}
