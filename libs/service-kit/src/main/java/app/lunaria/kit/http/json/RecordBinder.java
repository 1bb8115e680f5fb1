package app.lunaria.kit.http.json;

import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    RecordShape shape = RecordShape.of(type);
    int mistakesBefore = mistakes.size();
    if (value.propertyStream().anyMatch(member -> !shape.has(member.getKey()))) {
      mistake(ProblemType.UNKNOWN_MEMBER, pointer);
    }
    Object[] values =
        shape.components().stream()
            .map(component -> component(value, component, pointer))
            .toArray();
    return mistakes.size() == mistakesBefore ? shape.construct(values) : null;
  }

  private @Nullable Object component(
      JsonNode object, RecordShape.Component component, String pointer) {
    String here = pointer + "/" + component.name();
    JsonNode member = object.get(component.name());
    boolean given = member != null && !member.isNull();
    MemberType type = component.type();
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
}
