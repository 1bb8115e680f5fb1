package app.lunaria.testkit.caller;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, texts, numbers, truth values and null as JSON, in the order they are given.
 */
public final class JsonText {
  private JsonText() {}

  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> members ->
          members.entrySet().stream()
              .map(member -> quoted(String.valueOf(member.getKey())) + ":" + of(member.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> elements ->
          elements.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Raw raw -> raw.json();
      default -> quoted(value.toString());
    };
  }

  /** JSON that is written as it stands, for what no value of Java would give. */
  public record Raw(String json) {}

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate((char) c)) {
                json.append(String.format("\\u%04x", c));
              } else {
                json.append((char) c);
              }
            });
    return json.append('"').toString();
  }
}
