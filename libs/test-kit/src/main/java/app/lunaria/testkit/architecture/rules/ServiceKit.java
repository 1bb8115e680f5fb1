package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;

/** What holds inside service-kit: a closed list of packages which do not know each other. */
public final class ServiceKit {
  private ServiceKit() {}

  public static ArchRule packagesDoNotKnowEachOther(String basePackage) {
    return Rule.KIT_ARROWS.named(
        SlicesRuleDefinition.slices()
            .matching(basePackage + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                alwaysTrue(),
                resideInAnyPackage(
                    within(basePackage, "database", "document", "ids", "keyring", "problem"))));
  }

  public static ArchRule consistsOfKnownPackages(String basePackage) {
    return Rule.KIT_PACKAGES.named(
        classes()
            .should()
            .resideInAnyPackage(
                within(
                    basePackage,
                    "caller",
                    "database",
                    "document",
                    "http",
                    "idempotency",
                    "ids",
                    "inbox",
                    "keyring",
                    "logging",
                    "outbox",
                    "problem",
                    "readiness",
                    "task")));
  }

  private static String[] within(String basePackage, String... names) {
    return Stream.of(names).map(name -> basePackage + "." + name + "..").toArray(String[]::new);
  }
}
