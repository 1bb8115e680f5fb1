package app.lunaria.kit.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * The methods that a path knows, which {@code Allow} must name (RFC 9110, 15.5.6). The framework
 * does not tell, so its routes are asked one by one; only for a request that is refused anyway.
 */
public final class AllowedMethods {
  private AllowedMethods() {}

  /** The methods of the request's path in alphabetical order; none if there is no such path. */
  public static Set<String> of(ResteasyReactiveRequestContext request) {
    String path = request.getPathWithoutPrefix();
    Set<String> allowed = new TreeSet<>();
    for (RequestMapper.RequestPath<RestInitialHandler.InitialMatch> resource :
        request.getDeployment().getClassMappers()) {
      RequestMapper.RequestMatch<RestInitialHandler.InitialMatch> match =
          new RequestMapper<>(new ArrayList<>(List.of(resource))).map(path);
      if (match != null) {
        String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
        for (ServerRestHandler handler : match.value.handlers) {
          if (handler instanceof ClassRoutingHandler routes) {
            addThose(routes.getMappers(), remaining, allowed);
          }
        }
      }
    }
    if (!allowed.isEmpty()) {
      allowed.add("OPTIONS");
      if (allowed.contains("GET")) {
        allowed.add("HEAD");
      }
    }
    return allowed;
  }

  private static void addThose(
      Map<String, RequestMapper<RuntimeResource>> routes, String remaining, Set<String> allowed) {
    routes.forEach(
        (method, paths) -> {
          if (method != null && paths.map(remaining) != null) {
            allowed.add(method);
          }
        });
  }
}
