package app.lunaria.envelope;

/** The text is not strict base64url; the message does not quote it. */
public final class MalformedBase64UrlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedBase64UrlException() {
    super("not base64url without padding");
  }
}
