package app.lunaria.user.token;

import app.lunaria.envelope.ServiceName;
import app.lunaria.redaction.Sensitive;

/**
 * A token request whose parameters are all there.
 *
 * @param audience the service that the token is for (RFC 8707)
 */
record TokenRequest(String clientId, Grant grant, ServiceName audience) {

  /** What the request shows to be given a token. */
  sealed interface Grant {
    /** An address and a password. */
    record Password(Sensitive<String> username, Sensitive<String> password) implements Grant {}

    /** A refresh token, as text. */
    record Refresh(Sensitive<String> token) implements Grant {}
  }
}
