package app.lunaria.testkit.architecture;

import app.lunaria.testkit.architecture.rules.Edges;
import app.lunaria.testkit.architecture.rules.Rule;
import app.lunaria.testkit.architecture.rules.ServiceKit;
import org.junit.jupiter.api.Test;

/** The rules of service-kit: those of a library, and what holds between its packages. */
public abstract class ServiceKitArchitecture extends LibraryArchitecture {
  protected ServiceKitArchitecture() {
    super(
        "app.lunaria.kit",
        "app.lunaria.redaction",
        "app.lunaria.contracts",
        "app.lunaria.envelope");
  }

  @Test
  public void packagesDoNotKnowEachOther() {
    hold(Rule.KIT_ARROWS, ServiceKit.packagesDoNotKnowEachOther(basePackage()), shipped());
  }

  @Test
  public void nothingStandsOutsideTheClosedListOfPackages() {
    hold(Rule.KIT_PACKAGES, ServiceKit.consistsOfKnownPackages(basePackage()), shipped());
  }

  @Test
  public void frameworksStayOutside() {
    hold(Rule.A4, Edges.keepFrameworksOutside(), shipped());
  }
}
