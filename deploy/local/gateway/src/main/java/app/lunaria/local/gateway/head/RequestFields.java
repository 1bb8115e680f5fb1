package app.lunaria.local.gateway.head;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The header fields of a request: what they may be, and which of them a service gets to see. */
public final class RequestFields {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:[\\x21-\\x7e\\x80-\\xff](?:[\\t\\x20-\\x7e\\x80-\\xff]*[\\x21-\\x7e\\x80-\\xff])?)?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,12}");

  /** Of one connection (RFC 9110, 7.6.1), or said by the gateway alone. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "baggage",
          "b3",
          "client-ip",
          "connection",
          "expect",
          "forwarded",
          "http2-settings",
          "keep-alive",
          "te",
          "traceparent",
          "tracestate",
          "trailer",
          "transfer-encoding",
          "true-client-ip",
          "upgrade",
          "via",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "x-original-host",
          "x-original-url",
          "x-real-ip",
          "x-request-id",
          "x-rewrite-url");

  private static final List<String> NOT_PASSED_ON_BEGINNINGS =
      List.of("proxy-", "sec-websocket-", "x-auth-", "x-b3-", "x-envoy-", "x-forwarded-");

  private RequestFields() {}

  /** Whether names and values are made of what RFC 9110 (5.1, 5.5) has them made of. */
  public static boolean areWellFormed(MultiMap fields) {
    for (Map.Entry<String, String> field : fields) {
      if (!NAME.matcher(field.getKey()).matches() || !VALUE.matcher(field.getValue()).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of the body as announced; -1 if that is not said, or in no form that has a meaning. */
  public static long length(MultiMap fields) {
    String length = fields.get("Content-Length");
    return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : -1;
  }

  /** Whether they say that a body follows; in HTTP/2 they need not. */
  public static boolean announceBody(MultiMap fields) {
    return fields.contains("Transfer-Encoding") || length(fields) > 0;
  }

  /** Their bytes on the wire of HTTP/1.1. */
  public static long size(MultiMap fields) {
    long bytes = 0;
    for (Map.Entry<String, String> field : fields) {
      bytes += field.getKey().length() + field.getValue().length() + ": \r\n".length();
    }
    return bytes;
  }

  /**
   * Takes out what must not be passed on. What is doubled stays doubled, in its order: the service
   * refuses it.
   */
  public static void strip(MultiMap fields) {
    Set<String> named = namedByConnection(fields);
    for (String name : Set.copyOf(fields.names())) {
      String small = name.toLowerCase(Locale.ROOT);
      if (named.contains(small) || isNotPassedOn(small)) {
        fields.remove(name);
      }
    }
  }

  /** Some servers take an underscore for a hyphen, so a name with one could pass for another. */
  private static boolean isNotPassedOn(String name) {
    return name.indexOf('_') >= 0
        || NOT_PASSED_ON.contains(name)
        || NOT_PASSED_ON_BEGINNINGS.stream().anyMatch(name::startsWith);
  }

  private static Set<String> namedByConnection(MultiMap fields) {
    Set<String> named = new HashSet<>();
    for (String value : fields.getAll("Connection")) {
      for (String name : value.split(",", -1)) {
        named.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return named;
  }
}
