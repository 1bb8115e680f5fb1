package app.lunaria.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules that hold in every module. A module without classes fails, and so does a rule about a
 * kind of class (a resource, say) of which there is none, so that a misspelt name does not pass for
 * a kept rule; {@link #nothingToHoldAgainst} names the rules for which that is known.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModuleArchitecture {
  private final String basePackage;
  private @Nullable JavaClasses shipped;
  private @Nullable JavaClasses withTests;

  ModuleArchitecture(String basePackage) {
    this.basePackage = basePackage;
  }

  /** Rules that have nothing to judge in this module yet; they hold as soon as they have. */
  protected Set<Rule> nothingToHoldAgainst() {
    return Set.of();
  }

  @Test
  public void secretsAreHandledByEnvelope() {
    hold(Rule.A7, Secrets.areHandledByEnvelope(), shipped());
  }

  @Test
  public void keysKeepTheirBytes() {
    hold(Rule.KEY_BYTES, Secrets.keepTheirBytes(), withTests());
  }

  @Test
  public void timeAndIdsComeFromOutside() {
    hold(Rule.A8, Determinism.takesTimeAndIdsFromOutside(), shipped());
  }

  final void hold(Rule rule, ArchRule asWritten, JavaClasses classes) {
    boolean mayBeEmpty = nothingToHoldAgainst().contains(rule);
    (mayBeEmpty ? asWritten.allowEmptyShould(true) : asWritten).check(classes);
  }

  final String basePackage() {
    return basePackage;
  }

  /** The classes of this module that reach production. */
  final JavaClasses shipped() {
    if (shipped == null) {
      shipped = read(new ImportOption.DoNotIncludeTests());
    }
    return shipped;
  }

  final JavaClasses withTests() {
    if (withTests == null) {
      withTests = read(location -> true);
    }
    return withTests;
  }

  JavaClasses read(ImportOption which) {
    JavaClasses found = new ClassFileImporter().withImportOption(which).importPackages(basePackage);
    if (found.isEmpty()) {
      throw new AssertionError(
          "no class was found below %s: is the package spelt right, is the module compiled?"
              .formatted(basePackage));
    }
    return found;
  }
}
