package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** A2, A5 and A6: how the features of a service know each other, and what each keeps to itself. */
public final class Features {
  private Features() {}

  public static ArchRule areFreeOfCycles(String basePackage) {
    return Rule.A2.named(
        SlicesRuleDefinition.slices().matching(basePackage + ".(*)..").should().beFreeOfCycles());
  }

  public static ArchRule reachTablesThroughTheUseCase() {
    return Rule.A5.named(
        noClasses()
            .that(Roles.named("Resource", "Consumer"))
            .should()
            .dependOnClassesThat(Roles.repository().or(Roles.entity())));
  }

  public static ArchRule keepTheirTablesToThemselves() {
    return Rule.A6.named(
        classes().that(Roles.repository().or(Roles.entity())).should().notBePublic());
  }
}
