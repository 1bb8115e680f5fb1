package app.lunaria.kit.http.json;

import app.lunaria.kit.problem.ProblemException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What reflection says about a request record. Asked once for each class: the JVM makes components,
 * generic types and constructors anew each time it is asked.
 */
final class RecordShape {
  private static final ClassValue<RecordShape> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  /** A component and the way to read it. */
  record Component(String name, MemberType type) {}

  private final List<Component> components;
  private final Set<String> names;
  private final Constructor<?> canonical;

  private RecordShape(Class<?> type) {
    RecordComponent[] all = type.getRecordComponents();
    components =
        Arrays.stream(all)
            .map(one -> new Component(one.getName(), MemberType.of(one.getGenericType())))
            .toList();
    names = components.stream().map(Component::name).collect(Collectors.toUnmodifiableSet());
    try {
      canonical =
          type.getDeclaredConstructor(
              Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException("a request record cannot be constructed", closed);
    }
  }

  static RecordShape of(Class<?> type) {
    return KNOWN.get(type);
  }

  List<Component> components() {
    return components;
  }

  /** Whether the record has a component of that name. */
  boolean has(String name) {
    return names.contains(name);
  }

  /**
   * The record of these values.
   *
   * @throws ProblemException if the record's constructor refuses them with one
   */
  Object construct(@Nullable Object[] values) {
    try {
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
