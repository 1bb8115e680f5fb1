package app.lunaria.kit.caller.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.caller.Ground;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A table of wrong requests: all are refused, for the right reason, and each rule is needed. */
public class WrongRequestsTest {
  private static final List<WrongRequest> TABLE =
      Stream.of(WrongHeaders.all(), WrongTokens.all(), WrongProofs.all())
          .flatMap(List::stream)
          .toList();

  private final CallerMechanism mechanism = Ground.mechanism();

  public static List<WrongRequest> table() {
    return TABLE;
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyWrongRequestIsRefusedWithItsErrorCode(WrongRequest wrong) {
    assertThat(Verdict.of(mechanism, wrong.request()))
        .isEqualTo(new Verdict(Optional.empty(), wrong.refusal()));
  }

  @Test
  void theTableIsLong() {
    assertThat(TABLE).hasSizeGreaterThan(500);
    assertThat(TABLE.stream().map(WrongRequest::name)).doesNotHaveDuplicates();
  }

  @Test
  void theLenientJudgeTakesWhatIsRight() {
    assertThat(new LenientJudge(Set.of()).accepts(Ground.request())).isTrue();
  }

  @Test
  void theLenientJudgeRefusesTheTableWithAllItsRules() {
    LenientJudge judge = new LenientJudge(Set.of());
    assertThat(TABLE).noneMatch(wrong -> judge.accepts(wrong.request()));
  }

  /** Planted faults: a judge that leaves out one rule takes a request that breaks just this one. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CURVE")
  void theTableNoticesWhenARuleIsLeftOut(Rule rule) {
    LenientJudge judge = new LenientJudge(Set.of(rule));
    assertThat(TABLE)
        .filteredOn(wrong -> wrong.faults().equals(Set.of(rule)))
        .isNotEmpty()
        .allMatch(wrong -> judge.accepts(wrong.request()));
  }

  /** What breaks several rules is wrong for no other reason than these. */
  @Test
  void aJudgeWithoutTheBrokenRulesTakesTheRequest() {
    assertThat(
            TABLE.stream()
                .filter(wrong -> !wrong.faults().isEmpty())
                .filter(wrong -> !new LenientJudge(wrong.faults()).accepts(wrong.request()))
                .map(WrongRequest::name))
        .isEmpty();
  }

  /** Off the curve no signature verifies with this JDK: the rule stands for one that is laxer. */
  @Test
  void aKeyOffTheCurveIsInTheTable() {
    assertThat(TABLE.stream().map(WrongRequest::faults).collect(Collectors.toSet()))
        .contains(EnumSet.of(Rule.CURVE, Rule.PROOF_SIGNATURE, Rule.BINDING));
  }
}
