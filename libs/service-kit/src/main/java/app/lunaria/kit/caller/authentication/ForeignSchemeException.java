package app.lunaria.kit.caller.authentication;

/** The Authorization header is of a scheme that is not ours: as if there were no credentials. */
final class ForeignSchemeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ForeignSchemeException() {
    super("the authorization scheme is not ours", null, false, false);
  }
}
