package app.lunaria.kit.caller.authentication;

import app.lunaria.testkit.caller.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Puts every wrong kind of value in the place of a member. */
final class WrongValues {
  private static final Object ABSENT = new Object();

  private WrongValues() {}

  /** Calls back with each kind's name and the members in which it stands for the right value. */
  static void each(
      Map<String, Object> right, String member, BiConsumer<String, Map<String, Object>> use) {
    Map<String, Object> kinds = new LinkedHashMap<>();
    kinds.put("absent", ABSENT);
    kinds.put("null", null);
    kinds.put("a truth value", true);
    kinds.put("a number", 5);
    kinds.put("a fraction", new JsonText.Raw("5.5"));
    kinds.put("an empty text", "");
    kinds.put("an empty list", List.of());
    kinds.put("an empty object", Map.of());
    kinds.put("a list of the right value", List.of(right.get(member)));
    kinds.put("an object with the right value", Map.of("value", right.get(member)));
    kinds.forEach((kind, value) -> use.accept(member + " is " + kind, with(right, member, value)));
  }

  /** The members with one of them changed, in a copy. */
  static Map<String, Object> with(Map<String, Object> members, String member, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(members);
    if (value == ABSENT) {
      changed.remove(member);
    } else {
      changed.put(member, value);
    }
    return changed;
  }

  static JsonText.Raw raw(String json) {
    return new JsonText.Raw(json);
  }
}
