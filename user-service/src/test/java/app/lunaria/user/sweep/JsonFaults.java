package app.lunaria.user.sweep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that can be wrong with a JSON body whatever it says. */
final class JsonFaults {
  private static final String MALFORMED = "malformed-json";
  private static final Map<String, String> TYPES =
      Map.of(
          "a number", "7",
          "a fraction", "1.5",
          "a text", "\"" + Canary.TEXT + "\"",
          "an array", "[\"" + Canary.TEXT + "\"]",
          "an object", "{\"" + Canary.TEXT + "\":1}",
          "true", "true",
          "NaN", "NaN",
          "an infinite number", "1e400");

  private JsonFaults() {}

  static List<Fault> of(Endpoint endpoint) {
    List<Fault> faults = new ArrayList<>();
    whole(endpoint, faults);
    endpoint.members().forEach((name, value) -> member(endpoint, name, value, faults));
    return faults;
  }

  private static void whole(Endpoint endpoint, List<Fault> faults) {
    String right = endpoint.body(endpoint.members());
    add(faults, endpoint, "empty body", "");
    for (String other : List.of("null", "[]", "1", "true", "\"" + Canary.TEXT + "\"", " ", "{")) {
      add(faults, endpoint, "body " + other.replace(Canary.TEXT, "…"), other);
    }
    add(faults, endpoint, "truncated", right.substring(0, right.length() - 2));
    add(faults, endpoint, "trailing object", right + "{}");
    add(faults, endpoint, "trailing comma", right.replace("}", ",}"));
    add(faults, endpoint, "a comment", right + " // " + Canary.TEXT);
    add(faults, endpoint, "single quotes", right.replace('"', '\''));
    add(faults, endpoint, "depth 17", "[".repeat(17) + "]".repeat(17));
    add(faults, endpoint, "depth 8,000", "{\"a\":".repeat(8_000) + "1" + "}".repeat(8_000));
    String unknown = right.replaceFirst("\\{", "{\"" + Canary.TEXT + "\":1,");
    faults.add(
        Fault.of(
            endpoint.name(),
            "unknown member",
            () -> endpoint.with(unknown),
            400,
            "\"pointer\":\"\",\"slug\":\"unknown-member\""));
    bytes(faults, endpoint, "invalid UTF-8", "{\"a\":\"".getBytes(StandardCharsets.UTF_8), 0xff);
    bytes(faults, endpoint, "UTF-16", right.getBytes(StandardCharsets.UTF_16BE), -1);
    bytes(
        faults, endpoint, "UTF-32", right.getBytes(java.nio.charset.Charset.forName("UTF-32")), -1);
    add(faults, endpoint, "byte order mark", "\ufeff" + right);
  }

  private static void member(Endpoint endpoint, String name, String value, List<Fault> faults) {
    String right = endpoint.body(endpoint.members());
    add(
        faults,
        endpoint,
        name + " doubled",
        right.replaceFirst("\\{", "{\"" + name + "\":" + value.replace("$", "") + ","));
    missing(faults, endpoint, name + " missing", endpoint.body(endpoint.membersBut(name)), name);
    missing(
        faults, endpoint, name + " null", endpoint.body(endpoint.membersWith(name, "null")), name);
    boolean text = value.startsWith("\"");
    TYPES.forEach(
        (type, other) -> {
          boolean sameType = text ? type.equals("a text") : other.equals("true");
          if (!sameType) {
            add(
                faults,
                endpoint,
                name + " is " + type,
                endpoint.body(endpoint.membersWith(name, other)));
          }
        });
    if (text) {
      add(
          faults,
          endpoint,
          name + " with a lone surrogate",
          endpoint.body(endpoint.membersWith(name, "\"\\ud800" + Canary.TEXT + "\"")));
      add(
          faults,
          endpoint,
          name + " with a raw control character",
          endpoint.body(endpoint.membersWith(name, "\"a\u0001b\"")));
    }
    add(
        faults,
        endpoint,
        name + " in upper case beside it",
        endpoint.body(endpoint.membersWith(name.toUpperCase(java.util.Locale.ROOT), value)),
        "unknown-member");
  }

  private static void missing(
      List<Fault> faults, Endpoint endpoint, String what, String body, String member) {
    faults.add(
        Fault.of(
            endpoint.name(),
            what,
            () -> endpoint.with(body),
            400,
            "\"pointer\":\"/" + member + "\",\"slug\":\"missing-member\""));
  }

  private static void add(List<Fault> faults, Endpoint endpoint, String what, String body) {
    add(faults, endpoint, what, body, MALFORMED);
  }

  private static void add(
      List<Fault> faults, Endpoint endpoint, String what, String body, String slug) {
    faults.add(Fault.of(endpoint.name(), what, () -> endpoint.with(body), 400, slug));
  }

  private static void bytes(
      List<Fault> faults, Endpoint endpoint, String what, byte[] body, int last) {
    byte[] sent = last < 0 ? body : java.util.Arrays.copyOf(body, body.length + 1);
    if (last >= 0) {
      sent[sent.length - 1] = (byte) last;
    }
    faults.add(Fault.of(endpoint.name(), what, () -> endpoint.with("").body(sent), 400, MALFORMED));
  }
}
