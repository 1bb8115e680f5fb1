package app.lunaria.kit.http;

import app.lunaria.kit.problem.AllowedMethods;
import app.lunaria.kit.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** What is done with a request between the edge and its resource. */
class BeforeMatching {

  /** Hands the body over that the edge took in. */
  @ServerRequestFilter(preMatching = true)
  public void body(ContainerRequestContext request, RoutingContext context) {
    BodyIntake.of(context).ifPresent(request::setEntityStream);
  }

  /** The framework would answer for a whole resource class, and for paths that it does not have. */
  @ServerRequestFilter(preMatching = true)
  public @Nullable Response options(ContainerRequestContext request) {
    if (!request.getMethod().equals("OPTIONS")) {
      return null;
    }
    Set<String> allowed = AllowedMethods.of(CurrentRequestManager.get());
    if (allowed.isEmpty()) {
      throw ProblemType.NOT_FOUND.exception();
    }
    return Response.noContent().header(HttpHeaders.ALLOW, String.join(", ", allowed)).build();
  }
}
