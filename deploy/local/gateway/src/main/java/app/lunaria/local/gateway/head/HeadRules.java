package app.lunaria.local.gateway.head;

import app.lunaria.local.gateway.problem.GatewayProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** What is wrong with a request, as far as its head tells. */
public final class HeadRules {
  private static final Set<String> OUR_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int HTTPS = 443;

  /** None of HTTP's own has other letters; which of them a path knows, its service says. */
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

  private final int headers;
  private final ToLongFunction<Target> longestBody;

  /**
   * With these limits, in bytes.
   *
   * @param headers all header fields
   * @param longestBody the longest body that a target takes
   */
  public HeadRules(int headers, ToLongFunction<Target> longestBody) {
    this.headers = headers;
    this.longestBody = longestBody;
  }

  /** The first thing that is wrong. */
  public Optional<GatewayProblem> objection(HttpServerRequest request) {
    MultiMap fields = request.headers();
    if (request.version() == HttpVersion.HTTP_1_0
        || !METHOD.matcher(request.method().name()).matches()
        || !"https".equals(request.scheme())
        || !isForUs(request)
        || !RequestFields.areWellFormed(fields)) {
      return Optional.of(GatewayProblem.MALFORMED_REQUEST);
    }
    if (RequestFields.size(fields) > headers) {
      return Optional.of(GatewayProblem.REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    return Target.objection(request.uri()).or(() -> objectionToBody(request, fields));
  }

  /**
   * One authority, and it is this machine: a page whose name was made to lead here is refused, and
   * so is a request that is meant for another host.
   */
  private static boolean isForUs(HttpServerRequest request) {
    boolean pseudo = request.version() == HttpVersion.HTTP_2;
    HostAndPort authority = request.authority(pseudo);
    int hosts = request.headers().getAll("Host").size();
    boolean one = pseudo ? hosts <= 1 : hosts == 1;
    if (!one || authority == null) {
      return false;
    }
    int port = authority.port() < 0 ? HTTPS : authority.port();
    return OUR_NAMES.contains(authority.host())
        && port == request.connection().localAddress().port();
  }

  private Optional<GatewayProblem> objectionToBody(HttpServerRequest request, MultiMap fields) {
    if (fields.contains("Transfer-Encoding")) {
      return Optional.of(GatewayProblem.LENGTH_REQUIRED);
    }
    List<String> lengths = fields.getAll("Content-Length");
    long length = RequestFields.length(fields);
    if (lengths.size() > 1 || (lengths.size() == 1 && length < 0)) {
      return Optional.of(GatewayProblem.MALFORMED_REQUEST);
    }
    return length > longestBody.applyAsLong(Target.of(request.uri()))
        ? Optional.of(GatewayProblem.CONTENT_TOO_LARGE)
        : Optional.empty();
  }
}
