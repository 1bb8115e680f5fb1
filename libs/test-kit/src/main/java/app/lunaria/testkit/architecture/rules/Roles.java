package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;

/**
 * Which part a class plays, told from its name or its annotation; a nested class plays its host's.
 */
final class Roles {
  private static final List<String> STORED =
      List.of("Entity", "MappedSuperclass", "Embeddable", "Converter");

  private Roles() {}

  static DescribedPredicate<JavaClass> named(String... suffixes) {
    return describe(
        "named …" + String.join(", …", suffixes),
        type -> Arrays.stream(suffixes).anyMatch(outermost(type).getSimpleName()::endsWith));
  }

  static DescribedPredicate<JavaClass> repository() {
    return named("Repository");
  }

  static DescribedPredicate<JavaClass> entity() {
    return describe("entities", type -> isStored(type) || isStored(outermost(type)));
  }

  private static boolean isStored(JavaClass type) {
    return STORED.stream()
        .anyMatch(annotation -> type.isAnnotatedWith("jakarta.persistence." + annotation));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Roles::outermost).orElse(type);
  }
}
