package app.lunaria.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import app.lunaria.testkit.architecture.rules.Determinism;
import app.lunaria.testkit.architecture.rules.LogWords;
import app.lunaria.testkit.architecture.rules.Rule;
import app.lunaria.testkit.architecture.rules.Secrets;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
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
  private static final ImportOption SHIPPED = new ImportOption.DoNotIncludeTests();

  private final String basePackage;
  private @Nullable JavaClasses all;

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
    hold(Rule.KEY_BYTES, Secrets.keepTheirBytes(), all());
  }

  @Test
  public void timeAndIdsComeFromOutside() {
    hold(Rule.A8, Determinism.takesTimeAndIdsFromOutside(), shipped());
  }

  @Test
  public void logMessagesAreConstant() {
    hold(Rule.CONSTANT_WORDS, LogWords.areConstant(), shipped());
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
    return existing(all().that(describe("are shipped", this::isShipped)));
  }

  final JavaClasses tests() {
    return existing(all().that(describe("are tests", type -> !isShipped(type))));
  }

  final JavaClasses all() {
    if (all == null) {
      all = ArchConfiguration.withThreadLocalScope(this::read);
    }
    return all;
  }

  boolean isShipped(JavaClass type) {
    return SHIPPED.includes(Location.of(type.getSource().orElseThrow().getUri()));
  }

  /** What the rules have to know of a foreign class is its name, save for annotations of JAX-RS. */
  private JavaClasses read(ArchConfiguration reading) {
    reading.setClassResolver(SelectedClassResolverFromClasspath.class);
    reading.setClassResolverArguments("jakarta.ws.rs");
    return new ClassFileImporter().importPackages(basePackage);
  }

  private JavaClasses existing(JavaClasses found) {
    if (found.isEmpty()) {
      throw new AssertionError(
          "no class was found below %s: is the package spelt right, is the module compiled?"
              .formatted(basePackage));
    }
    return found;
  }
}
