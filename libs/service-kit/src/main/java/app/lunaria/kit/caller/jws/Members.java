package app.lunaria.kit.caller.jws;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The members of one JSON object, asked for by name and type. A member of another type is there
 * ({@link #has}) but has no value of the type asked for; {@code null} is such a member.
 */
public final class Members {
  /** Stands for what nobody asks for: null, true, false, lists and numbers that are no long. */
  static final Object OTHER = new Object();

  private final Map<String, Object> values;

  Members(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * The object that these bytes are in strict JSON: UTF-8, no member twice, nothing after the end,
   * no lone surrogate, no infinite number, at most 16 levels. Empty for anything else.
   */
  public static Optional<Members> read(byte[] json) {
    return StrictJson.object(json);
  }

  public Set<String> names() {
    return values.keySet();
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Whether the member is a text and this one. */
  public boolean isText(String name, String expected) {
    return expected.equals(values.get(name));
  }

  /** A number written without fraction and exponent that a long can hold. */
  public OptionalLong integer(String name) {
    return values.get(name) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  public Optional<Members> object(String name) {
    return values.get(name) instanceof Members members ? Optional.of(members) : Optional.empty();
  }

  /** Hidden: claims are about a person. */
  @Override
  public String toString() {
    return "‹Members›";
  }
}
