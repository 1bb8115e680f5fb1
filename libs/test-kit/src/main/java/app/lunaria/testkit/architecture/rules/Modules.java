package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** A3 and A10: the arrows between modules, and those from the lowest of them to frameworks. */
public final class Modules {
  private Modules() {}

  /**
   * Maven's dependencies say the same; this guards against a careless pom.
   *
   * @param below the base packages of the modules which this one may know
   */
  public static ArchRule onlyKnowThoseBelow(String basePackage, List<String> below) {
    String[] known =
        Stream.concat(Stream.of(basePackage), below.stream())
            .map(name -> name + "..")
            .toArray(String[]::new);
    return Rule.A3.named(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("app.lunaria..").and(not(resideInAnyPackage(known)))));
  }

  public static ArchRule knowNoFramework() {
    return Rule.A10.named(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye.."));
  }
}
