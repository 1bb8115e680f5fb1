package app.lunaria.kit.caller.authentication;

import app.lunaria.kit.caller.proof.InvalidProofException;
import app.lunaria.kit.caller.proof.ReplayedProofException;
import app.lunaria.kit.problem.ProblemType;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The 401: one constant body for every reason, so that nothing can be learned from it, and a
 * challenge with the error code of RFC 9449.
 */
class RefusedAnswer {
  private static final byte[] BODY =
      """
      {"type":"https://lunaria.app/problems/%s","title":"%s","status":401}"""
          .formatted(ProblemType.UNAUTHORIZED.slug(), ProblemType.UNAUTHORIZED.title())
          .getBytes(StandardCharsets.UTF_8);

  @ServerExceptionMapper(
      value = {
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
      },
      priority = 1)
  public Response unauthenticated(RoutingContext request) {
    return answer(Refusal.of(request));
  }

  /** A proof refused later on: by the replay filter, or in the business transaction. */
  @ServerExceptionMapper(
      value = {InvalidProofException.class, ReplayedProofException.class},
      priority = 1)
  public Response invalidProof() {
    return answer(Refusal.INVALID_PROOF);
  }

  private static Response answer(Refusal refusal) {
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge())
        .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .entity(BODY.clone())
        .build();
  }
}
