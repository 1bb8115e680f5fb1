package app.lunaria.user.oauth;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refusals of the token endpoints as RFC 6749, 5.2 asks: a code, never cached. */
class OAuthProblems {

  /** The body of a refusal. */
  @RegisterForReflection
  record ErrorBody(String error) {}

  @ServerExceptionMapper
  public Response refused(OAuthException refusal) {
    Response.ResponseBuilder answer =
        Response.status(refusal.error().status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(new ErrorBody(refusal.error().code()));
    refusal
        .retryAfterSeconds()
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
    if (refusal.error() == OAuthError.INVALID_CLIENT) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "DPoP algs=\"ES256\"");
    }
    return answer.build();
  }
}
