package app.lunaria.cycle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.caller.consent.ProcessesHealthData;
import app.lunaria.testkit.architecture.ServiceArchitecture;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ServiceArchitecture {
  private static final ArchRule CONSENT =
      classes()
          .that()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .beAnnotatedWith(ProcessesHealthData.class);

  ArchitectureTest() {
    super("app.lunaria.cycle", "day", "calendar", "prediction");
  }

  @Test
  void nothingHereIsAnsweredWithoutHerConsent() {
    CONSENT.check(
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.lunaria.cycle"));
  }

  /** The planted fault. */
  @Test
  void aResourceThatForgetsToAskIsFound() {
    assertThatThrownBy(
            () -> CONSENT.check(new ClassFileImporter().importClasses(ForgetfulResource.class)))
        .hasMessageContaining("ForgetfulResource");
  }

  private static final class ForgetfulResource {}
}
