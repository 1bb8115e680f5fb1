package app.lunaria.user.oauth;

import java.util.OptionalLong;

/** A refusal by the token or revocation endpoint; says nothing of what was sent. */
public final class OAuthException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final OAuthError error;
  private final long retryAfterSeconds;

  public OAuthException(OAuthError error) {
    this(error, 0);
  }

  public OAuthException(OAuthError error, long retryAfterSeconds) {
    super(error.code(), null, false, false);
    this.error = error;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  OAuthError error() {
    return error;
  }

  public OptionalLong retryAfterSeconds() {
    return retryAfterSeconds > 0 ? OptionalLong.of(retryAfterSeconds) : OptionalLong.empty();
  }
}
