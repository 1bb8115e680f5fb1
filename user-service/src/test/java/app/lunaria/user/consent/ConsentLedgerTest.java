package app.lunaria.user.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.DamagedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentLedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T18:00:00.987Z");

  @Test
  void whatWasNeverDecidedIsNotGranted() {
    assertThat(new ConsentLedger(List.of()).granted()).isEmpty();
  }

  @Test
  void aGivenConsentIsGrantedInItsVersion() {
    List<ConsentDocument> decisions = decide(new ArrayList<>(), true);

    assertThat(new ConsentLedger(decisions).granted()).containsEntry("health-processing", "1");
    assertThat(decisions.getFirst().at()).isEqualTo("2026-11-24T18:00:00Z");
  }

  @Test
  void aWithdrawalBeatsEveryConsentBeforeIt() {
    List<ConsentDocument> decisions = decide(decide(new ArrayList<>(), true), false);

    assertThat(new ConsentLedger(decisions).granted()).isEmpty();
    assertThat(new ConsentLedger(decisions).standing())
        .singleElement()
        .matches(standing -> !standing.given() && standing.version().equals(Optional.of("1")));
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<ConsentDocument> decisions =
        decide(decide(decide(new ArrayList<>(), true), false), true).reversed();

    assertThat(new ConsentLedger(decisions).granted()).containsKey("health-processing");
  }

  @Test
  void decidingTheSameAgainAddsNothing() {
    List<ConsentDocument> given = decide(new ArrayList<>(), true);
    List<ConsentDocument> withdrawn = decide(new ArrayList<>(given), false);

    assertThat(new ConsentLedger(given).decide(Purpose.HEALTH_PROCESSING, true, NOW)).isEmpty();
    assertThat(new ConsentLedger(withdrawn).decide(Purpose.HEALTH_PROCESSING, false, NOW))
        .isEmpty();
  }

  @Test
  void refusingWhatWasNeverGivenIsADecisionWithoutAVersion() {
    List<ConsentDocument> decisions = decide(new ArrayList<>(), false);

    assertThat(decisions)
        .singleElement()
        .matches(decision -> decision.version().isEmpty() && !decision.given());
    assertThat(new ConsentLedger(decisions).decide(Purpose.HEALTH_PROCESSING, false, NOW))
        .isEmpty();
  }

  @Test
  void aConsentToAnOlderTextCanBeRenewed() {
    List<ConsentDocument> older =
        List.of(new ConsentDocument(1, 1, "health-processing", Optional.of("0"), true, NOW));

    assertThat(new ConsentLedger(older).decide(Purpose.HEALTH_PROCESSING, true, NOW))
        .hasValueSatisfying(renewed -> assertThat(renewed.version()).contains("1"));
  }

  @Test
  void aDecisionThatIsMissingOrThereTwiceIsRefused() {
    List<ConsentDocument> three = decide(decide(decide(new ArrayList<>(), true), false), true);

    for (List<ConsentDocument> tampered :
        List.of(
            List.of(three.get(0), three.get(2)),
            List.of(three.get(1), three.get(2)),
            List.of(three.get(0), three.get(0), three.get(1)))) {
      assertThatThrownBy(() -> new ConsentLedger(tampered)).isInstanceOf(DamagedException.class);
    }
  }

  private static List<ConsentDocument> decide(List<ConsentDocument> before, boolean given) {
    List<ConsentDocument> after = new ArrayList<>(before);
    after.add(
        new ConsentLedger(before).decide(Purpose.HEALTH_PROCESSING, given, NOW).orElseThrow());
    return after;
  }
}
