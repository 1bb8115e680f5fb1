package app.lunaria.kit.keyring;

import static app.lunaria.kit.keyring.Service.await;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.DekId;
import app.lunaria.kit.keyring.Service.Shared;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class KeyringReadinessTest {
  private final Shared shared = Shared.withOpenEpoch();
  private final Service service = shared.replica();

  @Test
  void theFirstProbeWarmsAndTheNextOneIsUp() {
    assertThat(probe().getStatus()).isEqualTo(Status.DOWN);

    assertThat(probe().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void whatWasBegunWithTheStartIsThereForTheFirstProbe() {
    service.readiness.begin(new StartupEvent(), service.config);

    assertThat(probe().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void oneWithoutAnOpenEpochIsNotReady() {
    shared.tables().epochs.clear();
    probe();
    later(5);

    assertThat(probe().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void anEpochThatIsOpenedLaterMakesItReady() {
    shared.tables().epochs.clear();
    probe();
    shared.open(2968);
    later(5);
    probe();

    assertThat(probe().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void oneThatStartsWhileKmsIsDownBecomesReadyWhenItIsBack() {
    shared.primary().kms().down();
    probe();
    later(5);
    assertThat(probe().getStatus()).isEqualTo(Status.DOWN);
    shared.primary().kms().up();
    later(5);
    probe();

    assertThat(probe().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void probesOfAReadyOneAskKmsNothing() {
    probe();
    shared.primary().forgetCalls();

    IntStream.range(0, 100).forEach(i -> probeAfter(5));

    assertThat(shared.primary().calls()).isEmpty();
  }

  @Test
  void aWaitingOneTriesAtMostEveryThreeSeconds() {
    shared.primary().kms().down();
    shared.tables().epochs.clear();
    IntStream.range(0, 100).forEach(i -> probe());

    assertThat(shared.tables().epochReads).hasValue(1);
    assertThat(shared.primary().calls().size()).isLessThanOrEqualTo(2);
  }

  @Test
  void oneThatIsWarmStaysReadyForAnHourWhileKmsIsDown() {
    probe();
    shared.primary().kms().down();
    IntStream.range(0, 59).forEach(i -> probeAfter(60));
    assertThat(probe().getStatus()).isEqualTo(Status.UP);
    later(120);
    probe();

    assertThat(probe().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void anIdleOneKeepsItsRootKeysFresh() {
    probe();
    IntStream.range(0, 120).forEach(i -> probeAfter(60));

    assertThat(probe().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aRefusalMakesItUnreadyUntilUnwrappingWorksAgain() {
    PersonKey key = service.join(Service.person(1, 1));
    probe();
    probe();
    shared.primary().kms().disable(shared.tables().epochs.get(2968).key());
    shared.clock().forward(UnwrappedKeys.FRESH.plusSeconds(1));
    find(key.dekId());

    HealthCheckResponse refused = probe();

    assertThat(refused.getStatus()).isEqualTo(Status.DOWN);
    assertThat(refused.getData().orElseThrow()).containsEntry("refused", true);
    later(5);
    assertThat(probe().getStatus()).isEqualTo(Status.DOWN);
    shared.primary().kms().enable(shared.tables().epochs.get(2968).key());
    later(5);
    probe();
    assertThat(probe().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void itTellsNothingButThreeAnswers() {
    assertThat(probe().getData().orElseThrow())
        .containsOnlyKeys("epochOpen", "rootKeysHeld", "refused")
        .values()
        .allSatisfy(value -> assertThat(value).isInstanceOf(Boolean.class));
  }

  private void find(DekId dekId) {
    await(
        service
            .ring
            .find(dekId, Service.person(1, 1))
            .replaceWithVoid()
            .onFailure()
            .recoverWithNull());
  }

  private HealthCheckResponse probe() {
    return service.readiness.call();
  }

  private HealthCheckResponse probeAfter(int seconds) {
    later(seconds);
    return probe();
  }

  private void later(int seconds) {
    shared.clock().forward(Duration.ofSeconds(seconds));
  }
}
