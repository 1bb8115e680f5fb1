package app.lunaria.user.token;

import java.util.OptionalLong;

/** A refusal by the token or revocation endpoint; says nothing of what was sent. */
final class OAuthException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final OAuthError error;
  private final long retryAfterSeconds;

  OAuthException(OAuthError error) {
    this(error, 0);
  }

  OAuthException(OAuthError error, long retryAfterSeconds) {
    super(error.code(), null, false, false);
    this.error = error;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  OAuthError error() {
    return error;
  }

  OptionalLong retryAfterSeconds() {
    return retryAfterSeconds > 0 ? OptionalLong.of(retryAfterSeconds) : OptionalLong.empty();
  }
}
