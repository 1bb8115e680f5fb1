package app.lunaria.user.token;

import app.lunaria.envelope.ServiceName;
import app.lunaria.kit.http.FormBody;
import app.lunaria.redaction.Sensitive;
import app.lunaria.user.oauth.OAuthError;
import app.lunaria.user.oauth.OAuthException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the parameters of the token and revocation endpoints. A parameter that is missing, empty or
 * doubled is invalid_request (RFC 6749 3.2); unknown ones are ignored.
 */
final class TokenParameters {
  static final String PASSWORD_GRANT = "https://lunaria.app/grants/password";
  static final String REFRESH_GRANT = "refresh_token";
  static final String RESOURCES = "https://lunaria.app/services/";

  /** The services that take part; each joins with its story. */
  private static final Set<ServiceName> AUDIENCES = Set.of(ServiceName.USER, ServiceName.CYCLE);

  /** The apps that may ask; public clients (RFC 6749 2.1). */
  private static final Set<String> CLIENTS = Set.of("lunaria-app");

  private final FormBody form;

  private TokenParameters(FormBody form) {
    this.form = form;
  }

  static TokenParameters of(byte[] body) {
    return new TokenParameters(
        FormBody.parse(body).orElseThrow(() -> new OAuthException(OAuthError.INVALID_REQUEST)));
  }

  TokenRequest request() {
    String clientId = client();
    TokenRequest.Grant grant =
        switch (required("grant_type")) {
          case PASSWORD_GRANT ->
              new TokenRequest.Grant.Password(
                  Sensitive.of(required("username")), Sensitive.of(required("password")));
          case REFRESH_GRANT ->
              new TokenRequest.Grant.Refresh(Sensitive.of(required("refresh_token")));
          default -> throw new OAuthException(OAuthError.UNSUPPORTED_GRANT_TYPE);
        };
    return new TokenRequest(clientId, grant, audience());
  }

  /** The client of the request, if it is one of ours. */
  String client() {
    String clientId = required("client_id");
    if (!CLIENTS.contains(clientId)) {
      throw new OAuthException(OAuthError.INVALID_CLIENT);
    }
    return clientId;
  }

  /** The token to revoke. */
  Sensitive<String> token() {
    return Sensitive.of(required("token"));
  }

  private ServiceName audience() {
    return single("resource")
        .flatMap(TokenParameters::audience)
        .orElseThrow(() -> new OAuthException(OAuthError.INVALID_TARGET));
  }

  private static Optional<ServiceName> audience(String resource) {
    return AUDIENCES.stream()
        .filter(service -> resource.equals(RESOURCES + service.text()))
        .findFirst();
  }

  private String required(String name) {
    return single(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new OAuthException(OAuthError.INVALID_REQUEST));
  }

  private Optional<String> single(String name) {
    List<String> values = form.values(name);
    if (values.size() > 1) {
      throw new OAuthException(OAuthError.INVALID_REQUEST);
    }
    return values.stream().findFirst();
  }
}
