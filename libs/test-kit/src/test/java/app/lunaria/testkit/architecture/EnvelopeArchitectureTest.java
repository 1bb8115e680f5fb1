package app.lunaria.testkit.architecture;

import app.lunaria.testkit.architecture.rules.Modules;
import app.lunaria.testkit.architecture.rules.Rule;
import org.junit.jupiter.api.Test;

/**
 * The rules over envelope run here, since envelope cannot depend on the test kit: that is below.
 */
class EnvelopeArchitectureTest extends LibraryArchitecture {
  EnvelopeArchitectureTest() {
    super("app.lunaria.envelope", "app.lunaria.redaction");
  }

  @Test
  void noFrameworkIsKnown() {
    hold(Rule.A10, Modules.knowNoFramework(), shipped());
  }
}
