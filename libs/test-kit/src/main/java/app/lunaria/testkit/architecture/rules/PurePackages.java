package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/** A1: values in, values out, no framework in sight. */
public final class PurePackages {
  private static final List<String> WITHIN_REACH =
      List.of("java..", "org.jspecify.annotations..", "app.lunaria.redaction..");

  private PurePackages() {}

  /** Each of the packages is held separately, so that a misspelt one fails for having no class. */
  public static ArchRule onlyKnowEachOther(List<String> packages) {
    String[] withinReach =
        Stream.concat(WITHIN_REACH.stream(), packages.stream().map(PurePackages::andBelow))
            .toArray(String[]::new);
    List<ArchRule> each =
        packages.stream()
            .<ArchRule>map(
                pure ->
                    Rule.A1.named(
                        classes()
                            .that()
                            .resideInAPackage(andBelow(pure))
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(withinReach)))
            .toList();
    return Rule.A1.named(each.isEmpty() ? noPackageWasNamed() : CompositeArchRule.of(each));
  }

  private static ArchRule noPackageWasNamed() {
    return classes().that().resideInAnyPackage().should().bePackagePrivate();
  }

  private static String andBelow(String name) {
    return name + "..";
  }
}
