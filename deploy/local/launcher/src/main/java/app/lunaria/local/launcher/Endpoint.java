package app.lunaria.local.launcher;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method and a path of the HTTP interface, and what a request to them needs. */
record Endpoint(String method, String path) {
  /** What follows {@code /v1/} at cycle-service; every other path is user-service's. */
  private static final Set<String> OF_CYCLES =
      Set.of("journal", "sync", "cycles", "forecast", "statistics", "imports", "exports", "report");

  private static final Pattern RESOURCE = Pattern.compile("/v1/([^/?]*)(.*)");

  /** Who answers it: the audience of its token. */
  Service service() {
    Matcher parts = RESOURCE.matcher(path);
    return parts.matches() && OF_CYCLES.contains(parts.group(1)) ? Service.CYCLE : Service.USER;
  }

  /** Sign-up, the token endpoint and discovery take no token. */
  boolean isOpen() {
    return path.startsWith("/oauth2/")
        || path.startsWith("/.well-known/")
        || (method.equals("POST") && path.equals("/v1/account"));
  }

  /** Only a POST that changes something; user-service's are safe to repeat as they are. */
  boolean takesIdempotencyKey() {
    return method.equals("POST")
        && service() == Service.CYCLE
        && !path.endsWith("/query")
        && !path.endsWith("/preview");
  }
}
