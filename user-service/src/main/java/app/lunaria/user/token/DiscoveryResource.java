package app.lunaria.user.token;

import app.lunaria.kit.caller.CallerConfig;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What a client needs to know of this issuer (RFC 8414, OpenID Connect Discovery 1.0). */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class DiscoveryResource {
  static final String CACHEABLE = "public, max-age=300";

  private final String issuer;

  DiscoveryResource(CallerConfig config) {
    this.issuer = config.issuer();
  }

  /** The metadata, with the names of RFC 8414, section 2. */
  @RegisterForReflection
  record Metadata(
      String issuer,
      @JsonProperty("token_endpoint") String tokenEndpoint,
      @JsonProperty("revocation_endpoint") String revocationEndpoint,
      @JsonProperty("jwks_uri") String jwksUri,
      @JsonProperty("response_types_supported") List<String> responseTypes,
      @JsonProperty("grant_types_supported") List<String> grantTypes,
      @JsonProperty("token_endpoint_auth_methods_supported") List<String> tokenAuthMethods,
      @JsonProperty("revocation_endpoint_auth_methods_supported")
          List<String> revocationAuthMethods,
      @JsonProperty("dpop_signing_alg_values_supported") List<String> dpopAlgorithms,
      @JsonProperty("subject_types_supported") List<String> subjectTypes,
      @JsonProperty("id_token_signing_alg_values_supported") List<String> idTokenAlgorithms) {}

  @GET
  @Path("/openid-configuration")
  public Response openidConfiguration() {
    return metadata();
  }

  @GET
  @Path("/oauth-authorization-server")
  public Response authorizationServer() {
    return metadata();
  }

  private Response metadata() {
    return Response.ok(
            new Metadata(
                issuer,
                issuer + "/oauth2/token",
                issuer + "/oauth2/revoke",
                issuer + "/oauth2/jwks",
                List.of(),
                List.of(TokenParameters.PASSWORD_GRANT, TokenParameters.REFRESH_GRANT),
                List.of("none"),
                List.of("none"),
                List.of("ES256"),
                List.of("pairwise"),
                List.of("PS256")))
        .header("Cache-Control", CACHEABLE)
        .build();
  }
}
