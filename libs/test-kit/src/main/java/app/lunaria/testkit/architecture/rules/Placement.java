package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** Where a library may be used. */
final class Placement {
  private Placement() {}

  /** A module in which every class stands in that place keeps the rule. */
  static ArchRule only(DescribedPredicate<JavaClass> place, String... library) {
    return noClasses()
        .that(not(place))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .allowEmptyShould(true);
  }
}
