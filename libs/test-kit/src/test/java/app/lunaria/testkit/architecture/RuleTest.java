package app.lunaria.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.testkit.architecture.rules.Features;
import app.lunaria.testkit.architecture.rules.PurePackages;
import app.lunaria.testkit.architecture.rules.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {
  @Test
  void aBrokenRuleNamesTheArrowAndWhereTheCodeMightGoInstead() {
    ArchRule rule = Features.reachTablesThroughTheUseCase();

    assertThatThrownBy(() -> rule.check(Planted.in("a5")))
        .hasMessageContaining("A5: a resource or consumer reaches neither a repository nor")
        .hasMessageContaining("Instead: ask the feature's use case")
        .hasMessageContaining("QueryingResource.days> has type <app.lunaria.planted.a5.DayReposi");
  }

  @Test
  void aRuleThatFindsNoClassToJudgeFails() {
    var service = new Service("app.lunaria.planted.a10", Set.of());

    assertThatThrownBy(service::resourcesAndConsumersAskTheUseCase)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("A5")
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void aRuleMayBeSaidToHaveNothingToJudgeYet() {
    var service = new Service("app.lunaria.planted.a10", Set.of(Rule.A5));

    assertThatCode(service::resourcesAndConsumersAskTheUseCase).doesNotThrowAnyException();
  }

  @Test
  void aRuleSaidToHaveNothingToJudgeStillReportsAFault() {
    var service = new Service("app.lunaria.planted.a5", Set.of(Rule.A5));

    assertThatThrownBy(service::resourcesAndConsumersAskTheUseCase)
        .hasMessageContaining("QueryingResource");
  }

  @Test
  void aMisspeltPurePackageFails() {
    ArchRule rule =
        PurePackages.onlyKnowEachOther(
            List.of("app.lunaria.planted.a1.prediction", "app.lunaria.planted.a1.calender"));

    assertThatThrownBy(() -> rule.check(Planted.in("a1")))
        .hasMessageContaining("A1: classes in pure packages")
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void aServiceWithoutPurePackagesHasToSaySo() {
    var silent = new Service("app.lunaria.planted.a1", Set.of());
    var said = new Service("app.lunaria.planted.a1", Set.of(Rule.A1));

    assertThatThrownBy(silent::purePackagesKnowOnlyEachOther)
        .hasMessageContaining("failed to check any classes");
    assertThatCode(said::purePackagesKnowOnlyEachOther).doesNotThrowAnyException();
  }

  @Test
  void anHttpMethodIsKnownByTheAnnotationOfItsAnnotation() {
    var service = new Service("app.lunaria.planted.a11", Set.of());

    assertThatThrownBy(service::httpMethodsArePublic).hasMessageContaining("SilentResource");
  }

  @Test
  void aModuleWithoutAnyClassFails() {
    var service = new Service("app.lunaria.nowhere", Set.of());

    assertThatThrownBy(service::onlyLibrariesAreKnown)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no class was found below app.lunaria.nowhere");
  }

  private static final class Service extends ServiceArchitecture {
    private final Set<Rule> nothing;

    Service(String basePackage, Set<Rule> nothing) {
      super(basePackage);
      this.nothing = nothing;
    }

    /** The planted classes stand among the tests. */
    @Override
    boolean isShipped(JavaClass type) {
      return true;
    }

    @Override
    protected Set<Rule> nothingToHoldAgainst() {
      return nothing;
    }
  }
}
