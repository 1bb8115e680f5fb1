package app.lunaria.local.gateway.ground;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer as it came.
 *
 * @param status its status; 0 when the connection or the stream was ended without one
 * @param fields names in small letters
 */
public record WireAnswer(int status, List<Map.Entry<String, String>> fields, String body) {
  public static final WireAnswer NONE = new WireAnswer(0, List.of(), "");

  public List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.getKey().equals(name.toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .toList();
  }

  public String value(String name) {
    return values(name).stream().findFirst().orElse("");
  }

  /** The slug of a problem; empty if it is none. */
  public String problem() {
    return body.startsWith("{\"type\":\"https://lunaria.app/problems/")
        ? body.replaceAll("^.*?/problems/([a-z-]*)\".*$", "$1")
        : "";
  }
}
