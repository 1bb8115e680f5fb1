package app.lunaria.user.token;

import app.lunaria.kit.caller.proof.DpopProof;
import app.lunaria.kit.caller.proof.ProofCheck;
import app.lunaria.user.oauth.OAuthFailures;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The token endpoint (RFC 6749, 3.2) and the revocation endpoint (RFC 7009). */
@Path("/oauth2")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@PermitAll
@Cancellable(false)
class TokenResource {
  private final Tokens tokens;
  private final ProofCheck proofs;

  TokenResource(Tokens tokens, ProofCheck proofs) {
    this.tokens = tokens;
    this.proofs = proofs;
  }

  @POST
  @Path("/token")
  public Uni<Response> token(byte[] body, @Context HttpServerRequest request) {
    return Uni.createFrom()
        .deferred(
            () -> {
              TokenRequest asked = TokenParameters.of(body).request();
              return tokens.give(asked, proof(request));
            })
        .map(answer -> Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build())
        .onFailure()
        .transform(OAuthFailures::told);
  }

  /** The proof of a token request has no token to name. */
  private DpopProof proof(HttpServerRequest request) {
    return proofs.check(
        request.headers().getAll("DPoP"),
        request.method().name(),
        request.path(),
        Optional.empty());
  }

  @POST
  @Path("/revoke")
  public Uni<Response> revoke(byte[] body) {
    return Uni.createFrom()
        .deferred(
            () -> {
              TokenParameters parameters = TokenParameters.of(body);
              parameters.client();
              return tokens.revoke(parameters.token().reveal());
            })
        .replaceWith(() -> Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build())
        .onFailure()
        .transform(OAuthFailures::told);
  }
}
