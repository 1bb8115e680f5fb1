package app.lunaria.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The header fields of every answer: the time, by which an app sets its proof clock, and what keeps
 * browsers from doing anything with it. A resource may allow caching by a {@code Cache-Control} of
 * its own.
 */
final class AnswerHeaders {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer");

  /**
   * IMF-fixdate of RFC 9110, 5.6.7: unlike RFC_1123_DATE_TIME always with two digits for the day.
   */
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);

  private final Clock clock;

  AnswerHeaders(Clock clock) {
    this.clock = clock;
  }

  void addTo(HttpServerResponse response) {
    MultiMap headers = response.headers();
    ALWAYS.forEach(headers::set);
    headers.set(
        "Date", IMF_FIXDATE.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
    if (!headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
  }
}
