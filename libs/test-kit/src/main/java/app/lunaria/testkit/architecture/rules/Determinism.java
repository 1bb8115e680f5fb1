package app.lunaria.testkit.architecture.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

/** A8: a test can set the time, and ids come from one source. */
public final class Determinism {
  private Determinism() {}

  public static ArchRule takesTimeAndIdsFromOutside() {
    return Rule.A8.named(
        CompositeArchRule.of(
                noClasses()
                    .should()
                    .accessTargetWhere(
                        describe(
                            "the machine's clock is read", Determinism::readsTheMachinesClock)))
            .and(
                noClasses()
                    .that()
                    .resideOutsideOfPackage("app.lunaria.kit.ids..")
                    .should()
                    .accessTargetWhere(
                        describe("a random UUID is drawn", Determinism::drawsRandomUuid))
                    .allowEmptyShould(true)));
  }

  private static boolean readsTheMachinesClock(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return false;
    }
    boolean withoutClock =
        target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    return switch (target.getName()) {
      case "now" -> target.getOwner().getPackageName().equals("java.time") && withoutClock;
      case "currentTimeMillis" -> target.getOwner().isEquivalentTo(System.class);
      case "<init>" ->
          target.getOwner().isEquivalentTo(Date.class) && target.getRawParameterTypes().isEmpty();
      default -> false;
    };
  }

  private static boolean drawsRandomUuid(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(UUID.class)
        && access.getTarget().getName().equals("randomUUID");
  }
}
