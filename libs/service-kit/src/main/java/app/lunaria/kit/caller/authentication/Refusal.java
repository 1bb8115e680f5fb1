package app.lunaria.kit.caller.authentication;

import io.vertx.ext.web.RoutingContext;

/** Why a request is answered with 401, as far as the client is told (RFC 9449 section 7.1). */
enum Refusal {
  /** Nothing to judge was sent; RFC 6750 section 3.1 wants no error code then. */
  NO_CREDENTIALS(""),
  INVALID_TOKEN(", error=\"invalid_token\""),
  INVALID_PROOF(", error=\"invalid_dpop_proof\"");

  private static final String KEY = Refusal.class.getName();

  private final String error;

  Refusal(String error) {
    this.error = error;
  }

  /** The value of {@code WWW-Authenticate}. */
  String challenge() {
    return "DPoP algs=\"ES256\"" + error;
  }

  void keep(RoutingContext request) {
    request.put(KEY, this);
  }

  static Refusal of(RoutingContext request) {
    return request.get(KEY, NO_CREDENTIALS);
  }
}
