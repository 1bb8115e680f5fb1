package app.lunaria.local.gateway;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a gateway is told at its start.
 *
 * @param port where it listens on 127.0.0.1; 0 for any that is free
 * @param certificate what it shows its clients
 * @param routes which paths go where; the more specific path goes before
 * @param limits what a request and a client may cost
 * @param log the file of its lines, one a request at most; appended to, and made if missing
 */
public record GatewaySettings(
    int port, ServerCertificate certificate, List<Route> routes, Limits limits, Path log) {
  public GatewaySettings {
    routes = List.copyOf(routes);
    if (port < 0 || port > 0xffff) {
      throw new IllegalArgumentException("no port: " + port);
    }
    Set<String> taken = new HashSet<>();
    for (Route route : routes) {
      for (String path : route.paths()) {
        if (!taken.add(path)) {
          throw new IllegalArgumentException("two routes have this path: " + path);
        }
      }
    }
  }

  Map<String, Route> routesByPath() {
    Map<String, Route> byPath = new HashMap<>();
    routes.forEach(route -> route.paths().forEach(path -> byPath.put(path, route)));
    return byPath;
  }
}
