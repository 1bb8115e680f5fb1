package app.lunaria.kit.http;

import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemType;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be said of a request by its head alone, before its body is read and before anybody asks
 * who it is.
 */
final class RequestRules {
  private static final Set<String> WITH_A_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");

  /** Path and query of RFC 3986; what is not one is no address of ours. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+");

  private final EdgeConfig limits;

  RequestRules(EdgeConfig limits) {
    this.limits = limits;
  }

  /**
   * The first thing that is wrong with the request.
   *
   * @param normalizedPath its path without dots, doubled slashes and needless percent signs
   */
  Optional<Problem> objection(HttpServerRequest request, String normalizedPath) {
    MultiMap headers = request.headers();
    return Optional.ofNullable(
            headerBytes(headers) > limits.maxHeaders()
                ? ProblemType.REQUEST_HEADER_FIELDS_TOO_LARGE
                : null)
        .or(() -> objectionToAddress(request, normalizedPath))
        .or(() -> objectionToBody(request, headers))
        .map(ProblemType::problem);
  }

  /** Whether the bytes of a path and a query are those that an address may have. */
  static boolean isAddress(String path, String query) {
    return ADDRESS.matcher(path).matches() && ADDRESS.matcher(query).matches();
  }

  /** Whether the request announces a body. */
  static boolean hasBody(HttpServerRequest request) {
    MultiMap headers = request.headers();
    return headers.contains("Transfer-Encoding") || length(headers) > 0;
  }

  private static long headerBytes(MultiMap headers) {
    long bytes = 0;
    for (Map.Entry<String, String> header : headers) {
      bytes += header.getKey().length() + header.getValue().length() + ": \r\n".length();
    }
    return bytes;
  }

  /**
   * A path is taken as it is written: one that is only equal to ours after tidying up is unknown.
   */
  private static Optional<ProblemType> objectionToAddress(
      HttpServerRequest request, String normalizedPath) {
    if (request.headers().getAll("Host").size() > 1) {
      return Optional.of(ProblemType.MALFORMED_REQUEST);
    }
    String path = request.path();
    boolean foreign =
        !path.equals(normalizedPath)
            || path.indexOf(';') >= 0
            || (path.length() > 1 && path.endsWith("/"));
    return foreign ? Optional.of(ProblemType.NOT_FOUND) : Optional.empty();
  }

  private Optional<ProblemType> objectionToBody(HttpServerRequest request, MultiMap headers) {
    if (headers.contains("Transfer-Encoding")) {
      return Optional.of(ProblemType.LENGTH_REQUIRED);
    }
    if (headers.contains("Content-Encoding")) {
      return Optional.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    long length = length(headers);
    if (length > limits.maxBody(request.path())) {
      return Optional.of(ProblemType.CONTENT_TOO_LARGE);
    }
    List<String> types = headers.getAll("Content-Type");
    boolean understood = types.size() == 1 && MediaTypes.isUnderstood(types.getFirst());
    boolean needed = length > 0 && WITH_A_BODY.contains(request.method().name());
    return understood || (types.isEmpty() && !needed)
        ? Optional.empty()
        : Optional.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  /** The parser has seen to it that there is one length at most, of digits only. */
  static long length(MultiMap headers) {
    String length = headers.get("Content-Length");
    return length == null ? 0 : Long.parseLong(length.strip());
  }
}
