package app.lunaria.user.oauth;

/**
 * The error codes of the token endpoint (RFC 6749 5.2, RFC 8707 2, RFC 9449 5) with their HTTP
 * statuses.
 */
public enum OAuthError {
  INVALID_REQUEST(400, "invalid_request"),
  INVALID_GRANT(400, "invalid_grant"),
  UNSUPPORTED_GRANT_TYPE(400, "unsupported_grant_type"),
  INVALID_TARGET(400, "invalid_target"),
  INVALID_DPOP_PROOF(400, "invalid_dpop_proof"),
  INVALID_CLIENT(401, "invalid_client"),
  TOO_MANY_REQUESTS(429, "temporarily_unavailable"),
  SERVER_ERROR(500, "server_error"),
  TEMPORARILY_UNAVAILABLE(503, "temporarily_unavailable");

  private final int status;
  private final String code;

  OAuthError(int status, String code) {
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
