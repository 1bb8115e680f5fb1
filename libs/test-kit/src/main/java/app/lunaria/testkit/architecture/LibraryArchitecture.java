package app.lunaria.testkit.architecture;

import app.lunaria.testkit.architecture.rules.Modules;
import app.lunaria.testkit.architecture.rules.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of a library; its {@code ArchitectureTest} names its package and those below it. */
public abstract class LibraryArchitecture extends ModuleArchitecture {
  private final List<String> below;

  protected LibraryArchitecture(String basePackage, String... below) {
    super(basePackage);
    this.below = List.of(below);
  }

  @Test
  public void onlyModulesBelowAreKnown() {
    hold(Rule.A3, Modules.onlyKnowThoseBelow(basePackage(), below), shipped());
  }
}
