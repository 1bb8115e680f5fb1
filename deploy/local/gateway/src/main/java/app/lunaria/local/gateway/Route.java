package app.lunaria.local.gateway;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The paths that go to one service.
 *
 * @param name of the service, as the log has it
 * @param service its origin: {@code http}, an address and a port
 * @param paths such as {@code /v1/journal}, each with everything below it, segment by segment: not
 *     {@code /v1/journalx}
 */
public record Route(String name, URI service, List<String> paths) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern PATH =
      Pattern.compile("(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+|/\\.well-known");

  /** Where services show their health and their numbers; nobody outside is to reach that. */
  private static final String MANAGEMENT = "/q";

  public Route {
    paths = List.copyOf(paths);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a route's name is of small letters and digits: " + name);
    }
    if (!"http".equals(service.getScheme())
        || service.getHost() == null
        || service.getPort() < 0
        || !service.getRawPath().isEmpty()) {
      throw new IllegalArgumentException("a service is at http://address:port: " + service);
    }
    for (String path : paths) {
      if (!PATH.matcher(path).matches() || path.equals(MANAGEMENT) || path.startsWith("/q/")) {
        throw new IllegalArgumentException("this path cannot be routed: " + path);
      }
    }
  }
}
