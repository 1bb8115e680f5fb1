package app.lunaria.testkit.sweep;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/** Everything that can be wrong with a JSON body whatever it says. */
public final class JsonFaults {
  private static final String MALFORMED = "malformed-json";

  /**
   * Values by the kind of JSON that they are; a number is never what a whole number's place has.
   */
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

  private final Endpoint endpoint;
  private final String right;
  private final List<Fault> faults = new ArrayList<>();

  private JsonFaults(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.right = endpoint.body(endpoint.members());
  }

  public static List<Fault> of(Endpoint endpoint) {
    JsonFaults all = new JsonFaults(endpoint);
    all.syntax();
    all.encodings();
    endpoint.members().forEach(all::member);
    return all.faults;
  }

  private void syntax() {
    malformed("empty body", "");
    for (String other : List.of("null", "[]", "1", "true", "\"" + Canary.TEXT + "\"", " ", "{")) {
      malformed("body " + other.replace(Canary.TEXT, "…"), other);
    }
    malformed("truncated", right.substring(0, right.length() - 2));
    malformed("trailing object", right + "{}");
    malformed("trailing comma", right.replace("}", ",}"));
    malformed("a comment", right + " // " + Canary.TEXT);
    malformed("single quotes", right.replace('"', '\''));
    malformed("depth 17", "[".repeat(17) + "]".repeat(17));
    malformed("depth 8,000", "{\"a\":".repeat(8_000) + "1" + "}".repeat(8_000));
    add("unknown member", beside(Canary.TEXT, "1"), Fault.at("", "unknown-member"));
  }

  private void encodings() {
    byte[] begun = "{\"a\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] notUtf8 = Arrays.copyOf(begun, begun.length + 1);
    notUtf8[begun.length] = (byte) 0xff;
    bytes("invalid UTF-8", notUtf8);
    bytes("UTF-16", right.getBytes(StandardCharsets.UTF_16BE));
    bytes("UTF-32", right.getBytes(Charset.forName("UTF-32")));
    malformed("byte order mark", "\ufeff" + right);
  }

  private void member(String name, String value) {
    malformed(name + " doubled", beside(name, value));
    if (endpoint.required().contains(name)) {
      String missing = Fault.at("/" + name, "missing-member");
      add(name + " missing", endpoint.body(endpoint.membersBut(name)), missing);
      add(name + " null", endpoint.body(endpoint.membersWith(name, "null")), missing);
    }
    TYPES.forEach(
        (type, other) -> {
          if (!sameType(value, type)) {
            malformed(name + " is " + type, endpoint.body(endpoint.membersWith(name, other)));
          }
        });
    if (value.startsWith("\"")) {
      malformed(
          name + " with a lone surrogate",
          endpoint.body(endpoint.membersWith(name, "\"\\ud800" + Canary.TEXT + "\"")));
      malformed(
          name + " with a raw control character",
          endpoint.body(endpoint.membersWith(name, "\"a\u0001b\"")));
    }
    add(
        name + " in upper case beside it",
        endpoint.body(endpoint.membersWith(name.toUpperCase(Locale.ROOT), value)),
        "unknown-member");
  }

  private static boolean sameType(String value, String type) {
    return switch (value.charAt(0)) {
      case '"' -> type.equals("a text");
      case '[' -> type.equals("an array");
      case '{' -> type.equals("an object");
      case 't', 'f' -> type.equals("true");
      default -> type.equals("a number");
    };
  }

  /** The right body with one more member at its front. */
  private String beside(String name, String value) {
    return right.replaceFirst("\\{", Matcher.quoteReplacement("{\"" + name + "\":" + value + ","));
  }

  private void malformed(String what, String body) {
    add(what, body, MALFORMED);
  }

  private void add(String what, String body, String mark) {
    faults.add(Fault.body(endpoint, what, body, 400, mark));
  }

  private void bytes(String what, byte[] body) {
    faults.add(Fault.of(endpoint.name(), what, () -> endpoint.with("").body(body), 400, MALFORMED));
  }
}
