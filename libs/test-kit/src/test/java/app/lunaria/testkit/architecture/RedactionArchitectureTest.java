package app.lunaria.testkit.architecture;

import app.lunaria.testkit.architecture.rules.Modules;
import app.lunaria.testkit.architecture.rules.Rule;
import org.junit.jupiter.api.Test;

/** The rules over redaction run here, since redaction cannot depend on the test kit. */
class RedactionArchitectureTest extends LibraryArchitecture {
  RedactionArchitectureTest() {
    super("app.lunaria.redaction");
  }

  @Test
  void noFrameworkIsKnown() {
    hold(Rule.A10, Modules.knowNoFramework(), shipped());
  }
}
