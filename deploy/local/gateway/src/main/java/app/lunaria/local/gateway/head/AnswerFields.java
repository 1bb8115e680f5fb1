package app.lunaria.local.gateway.head;

import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The header fields of an answer. */
public final class AnswerFields {
  /** In every answer once, whatever a service says or forgets to say. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer");

  /** Of one connection, or of no interest to anybody but an attacker. */
  private static final List<String> NOT_PASSED_ON =
      List.of(
          "Alt-Svc",
          "Connection",
          "Keep-Alive",
          "Proxy-Authenticate",
          "Proxy-Connection",
          "Server",
          "Server-Timing",
          "TE",
          "Trailer",
          "Upgrade",
          "Via",
          "X-Powered-By",
          "X-Request-Id",
          "traceparent",
          "tracestate");

  /** IMF-fixdate of RFC 9110, 5.6.7. */
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);

  private static final String REQUEST_ID = "X-Request-Id";

  private final Clock clock;

  public AnswerFields(Clock clock) {
    this.clock = clock;
  }

  /** Those of an answer that the gateway gives by itself. */
  public Map<String, String> ofOurOwn(String traceId) {
    Map<String, String> fields = new LinkedHashMap<>(ALWAYS);
    fields.put("Date", now());
    fields.put("Cache-Control", "no-store");
    fields.put(REQUEST_ID, traceId);
    return fields;
  }

  /** Makes a service's fields those of the gateway's answer. */
  public void tidy(MultiMap fields, String traceId) {
    for (String value : List.copyOf(fields.getAll("Connection"))) {
      for (String named : value.split(",", -1)) {
        if (!named.isBlank()) {
          fields.remove(named.strip());
        }
      }
    }
    NOT_PASSED_ON.forEach(fields::remove);
    ALWAYS.forEach(fields::set);
    for (String once : Set.of("Date", "Cache-Control")) {
      List<String> values = fields.getAll(once);
      if (values.size() > 1) {
        fields.set(once, values.getFirst());
      }
    }
    if (!fields.contains("Date")) {
      fields.set("Date", now());
    }
    if (!fields.contains("Cache-Control")) {
      fields.set("Cache-Control", "no-store");
    }
    fields.set(REQUEST_ID, traceId);
  }

  private String now() {
    return IMF_FIXDATE.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
