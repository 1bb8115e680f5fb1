package app.lunaria.local.gateway;

import app.lunaria.local.gateway.head.RequestFields;
import app.lunaria.local.gateway.head.Target;
import app.lunaria.local.gateway.problem.GatewayProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a request, as far as its head tells. */
final class HeadRules {
  private static final Set<String> OUR_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,12}");

  private final Limits.Sizes sizes;

  HeadRules(Limits.Sizes sizes) {
    this.sizes = sizes;
  }

  /** The first thing that is wrong. */
  Optional<GatewayProblem> objection(HttpServerRequest request) {
    MultiMap fields = request.headers();
    if (request.version() == HttpVersion.HTTP_1_0
        || !METHOD.matcher(request.method().name()).matches()
        || !isForUs(request)
        || !RequestFields.areWellFormed(fields)) {
      return Optional.of(GatewayProblem.MALFORMED_REQUEST);
    }
    if (RequestFields.size(fields) > sizes.headers()) {
      return Optional.of(GatewayProblem.REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    return Target.objection(request.uri()).or(() -> objectionToBody(request, fields));
  }

  /** Bytes of the body as announced; none announced is none. */
  static long length(MultiMap fields) {
    String length = fields.get("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  /** Whether the head of an HTTP/1.1 request says that a body follows. */
  static boolean announcesBody(HttpServerRequest request) {
    MultiMap fields = request.headers();
    return fields.contains("Transfer-Encoding")
        || (fields.contains("Content-Length") && !"0".equals(fields.get("Content-Length")));
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
    int port = authority.port() < 0 ? 443 : authority.port();
    return OUR_NAMES.contains(authority.host())
        && port == request.connection().localAddress().port();
  }

  private Optional<GatewayProblem> objectionToBody(HttpServerRequest request, MultiMap fields) {
    if (fields.contains("Transfer-Encoding")) {
      return Optional.of(GatewayProblem.LENGTH_REQUIRED);
    }
    List<String> lengths = fields.getAll("Content-Length");
    if (lengths.size() > 1 || !lengths.stream().allMatch(it -> LENGTH.matcher(it).matches())) {
      return Optional.of(GatewayProblem.MALFORMED_REQUEST);
    }
    return length(fields) > longest(Target.of(request.uri()))
        ? Optional.of(GatewayProblem.CONTENT_TOO_LARGE)
        : Optional.empty();
  }

  private long longest(Target target) {
    return takesFiles(target) ? sizes.file() : sizes.body();
  }

  boolean takesFiles(Target target) {
    return sizes.filePaths().stream().anyMatch(target::isWithin);
  }
}
