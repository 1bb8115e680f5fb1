package app.lunaria.user;

import app.lunaria.testkit.architecture.ServiceArchitecture;
import app.lunaria.testkit.architecture.rules.Rule;
import java.util.Set;

class ArchitectureTest extends ServiceArchitecture {
  ArchitectureTest() {
    super("app.lunaria.user");
  }

  /** No package of this service is pure: its calculations are small and stand in their features. */
  @Override
  protected Set<Rule> nothingToHoldAgainst() {
    return Set.of(Rule.A1);
  }
}
