package app.lunaria.kit.caller.token;

/** The access token is refused: {@code invalid_token} (RFC 6750 section 3.1). Without a reason. */
public final class InvalidTokenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvalidTokenException() {
    super("the access token is refused", null, false, false);
  }
}
