package app.lunaria.local.gateway.head;

import app.lunaria.local.gateway.problem.GatewayProblem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, as it is written on the wire. Nothing is decoded or tidied up: a path
 * that only means one of ours after that is unknown, so that gateway and service cannot understand
 * it differently.
 *
 * @param path from the first slash up to the query
 */
public record Target(String path) {
  /** Path and query of RFC 3986; what is not made of these is no address of ours. */
  private static final Pattern ADDRESS =
      Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+");

  /** Segments without percent signs, parameters, dots alone; none is empty. */
  private static final Pattern PLAIN_PATH =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()*+,=:@-]++)+|/");

  /**
   * What is wrong with a request target.
   *
   * @param uri the second word of a request line, or {@code :path}
   */
  public static Optional<GatewayProblem> objection(@Nullable String uri) {
    if (uri == null || !ADDRESS.matcher(uri).matches()) {
      return Optional.of(GatewayProblem.MALFORMED_REQUEST);
    }
    return PLAIN_PATH.matcher(of(uri).path()).matches()
        ? Optional.empty()
        : Optional.of(GatewayProblem.NOT_FOUND);
  }

  /** The target of a request to which there is no objection. */
  public static Target of(String uri) {
    int query = uri.indexOf('?');
    return new Target(query < 0 ? uri : uri.substring(0, query));
  }

  /** Whether the path is this one or below it. */
  public boolean isWithin(String parent) {
    return path.startsWith(parent)
        && (path.length() == parent.length() || path.charAt(parent.length()) == '/');
  }
}
