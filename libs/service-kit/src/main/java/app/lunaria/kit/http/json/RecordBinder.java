package app.lunaria.kit.http.json;

import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a JSON object. Each component is a member of its name: {@code Optional} may be
 * absent or null, everything else is required. All mistakes are collected, those of form before
 * those of dates.
 *
 * <p>Reflection on the records of resource methods works in a native executable, since the
 * framework registers the types in their signatures.
 */
final class RecordBinder {
  private final List<Problem> mistakes = new ArrayList<>();

  private RecordBinder() {}

  /**
   * The record that the value describes.
   *
   * @throws ProblemException naming every mistake by a pointer
   */
  static <T> T bind(JsonNode value, Class<T> type) {
    RecordBinder binder = new RecordBinder();
    Object bound = binder.record(value, type, "");
    if (bound == null || !binder.mistakes.isEmpty()) {
      throw Problem.together(binder.formFirst()).asException();
    }
    return type.cast(bound);
  }

  private List<Problem> formFirst() {
    return mistakes.stream()
        .sorted((one, other) -> Integer.compare(one.status(), other.status()))
        .toList();
  }

  /** The record, or null if something was wrong, which is then among the mistakes. */
  @Nullable Object record(JsonNode value, Class<?> type, String pointer) {
    if (!value.isObject()) {
      return mistake(ProblemType.MALFORMED_JSON, pointer);
    }
    RecordComponent[] components = type.getRecordComponents();
    int mistakesBefore = mistakes.size();
    refuseUnknown(value, components, pointer);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(value, components[i], pointer);
    }
    return mistakes.size() == mistakesBefore ? construct(type, components, values) : null;
  }

  private void refuseUnknown(JsonNode value, RecordComponent[] components, String pointer) {
    Set<String> known = new HashSet<>();
    for (RecordComponent component : components) {
      known.add(component.getName());
    }
    if (value.propertyStream().anyMatch(member -> !known.contains(member.getKey()))) {
      mistake(ProblemType.UNKNOWN_MEMBER, pointer);
    }
  }

  private @Nullable Object component(JsonNode object, RecordComponent component, String pointer) {
    String here = pointer + "/" + component.getName();
    JsonNode member = object.get(component.getName());
    boolean given = member != null && !member.isNull();
    MemberType type = MemberType.of(component.getGenericType());
    if (type instanceof MemberType.Maybe maybe) {
      return given ? Optional.ofNullable(maybe.inner().read(member, here, this)) : Optional.empty();
    }
    return given ? type.read(member, here, this) : mistake(ProblemType.MISSING_MEMBER, here);
  }

  /** Notes a mistake and goes on. */
  @Nullable Object mistake(ProblemType type, String pointer) {
    mistakes.add(type.at(pointer));
    return null;
  }

  private static Object construct(Class<?> type, RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new IllegalStateException("a request record refused its values", refused);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException("a request record cannot be constructed", closed);
    }
  }
}
