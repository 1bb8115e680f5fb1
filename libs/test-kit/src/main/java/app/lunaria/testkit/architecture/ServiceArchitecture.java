package app.lunaria.testkit.architecture;

import app.lunaria.testkit.architecture.rules.Edges;
import app.lunaria.testkit.architecture.rules.Features;
import app.lunaria.testkit.architecture.rules.Modules;
import app.lunaria.testkit.architecture.rules.PurePackages;
import app.lunaria.testkit.architecture.rules.Rule;
import app.lunaria.testkit.architecture.rules.TestNames;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The rules of a service. Its {@code ArchitectureTest} stands at the top of its tests, extends this
 * class and names the service's base package and its pure packages, nothing else.
 */
public abstract class ServiceArchitecture extends ModuleArchitecture {
  private static final List<String> LIBRARIES =
      List.of(
          "app.lunaria.redaction",
          "app.lunaria.contracts",
          "app.lunaria.envelope",
          "app.lunaria.kit");

  private final List<String> purePackages;

  /**
   * @param basePackage for example {@code app.lunaria.cycle}
   * @param purePackages below it, for example {@code calendar}
   */
  protected ServiceArchitecture(String basePackage, String... purePackages) {
    super(basePackage);
    this.purePackages = Arrays.stream(purePackages).map(name -> basePackage + "." + name).toList();
  }

  @Test
  public void purePackagesKnowOnlyEachOther() {
    hold(Rule.A1, PurePackages.onlyKnowEachOther(purePackages), shipped());
  }

  @Test
  public void featuresAreFreeOfCycles() {
    hold(Rule.A2, Features.areFreeOfCycles(basePackage()), shipped());
  }

  @Test
  public void onlyLibrariesAreKnown() {
    hold(Rule.A3, Modules.onlyKnowThoseBelow(basePackage(), LIBRARIES), shipped());
  }

  @Test
  public void frameworksStayOutside() {
    hold(Rule.A4, Edges.keepFrameworksOutside(), shipped());
  }

  @Test
  public void resourcesAndConsumersAskTheUseCase() {
    hold(Rule.A5, Features.reachTablesThroughTheUseCase(), shipped());
  }

  @Test
  public void repositoriesAndEntitiesAreNotPublic() {
    hold(Rule.A6, Features.keepTheirTablesToThemselves(), shipped());
  }

  @Test
  public void testsAreNamedForWhatTheyStart() {
    hold(Rule.A9, TestNames.sayWhatIsStarted(), tests());
  }

  @Test
  public void httpMethodsArePublic() {
    hold(Rule.A11, Edges.areReachable(), shipped());
  }

  @Test
  public void whatAResourceBeginsIsFinished() {
    hold(Rule.UNCANCELLED, Edges.finishWhatTheyBegin(), shipped());
  }
}
