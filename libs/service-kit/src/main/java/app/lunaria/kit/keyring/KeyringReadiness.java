package app.lunaria.kit.keyring;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready once an epoch is open and the root keys that the service needs are at hand, and not while
 * KMS refuses one. It tells what is known and asks nobody: where something is missing or old, a
 * probe begins one attempt in the background, at most every three seconds, for a later probe to
 * see. A service that will serve begins the first attempt with its start.
 */
@Readiness
@Singleton
class KeyringReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(KeyringReadiness.class);
  static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(3);

  private static final int AFTER_OTHERS = 3_000;

  private final OpenEpochs epochs;
  private final RootKeys rootKeys;
  private final Keks keks;
  private final Clock clock;
  private final AtomicLong lastAttempt = new AtomicLong();
  private final AtomicBoolean wasReady = new AtomicBoolean();

  KeyringReadiness(OpenEpochs epochs, RootKeys rootKeys, Keks keks, Clock clock) {
    this.epochs = epochs;
    this.rootKeys = rootKeys;
    this.keks = keks;
    this.clock = clock;
  }

  /** After whoever opens the first epoch. */
  void begin(@Observes @Priority(AFTER_OTHERS) StartupEvent start, KeyringConfig config) {
    if (config.keys().fromStart()) {
      attempt();
    }
  }

  @Override
  public HealthCheckResponse call() {
    boolean refused = keks.refusing() || rootKeys.refusing();
    boolean epochOpen = epochs.opened();
    boolean rootKeysHeld = rootKeys.holdsNeeded();
    boolean ready = epochOpen && rootKeysHeld && !refused;
    tell(ready);
    attempt();
    return HealthCheckResponse.named("keys")
        .status(ready)
        .withData("epochOpen", epochOpen)
        .withData("rootKeysHeld", rootKeysHeld)
        .withData("refused", refused)
        .build();
  }

  /** Costs nothing while all is well: then everything asked for here is held. */
  private void attempt() {
    long now = clock.millis();
    long last = lastAttempt.get();
    if (now - last >= BETWEEN_ATTEMPTS.toMillis() && lastAttempt.compareAndSet(last, now)) {
      Uni.join()
          .all(
              epochs.current().replaceWithVoid(),
              rootKeys.warm(),
              rootKeys.retryRefused(),
              keks.retryRefused())
          .andCollectFailures()
          .subscribe()
          .with(done -> {}, failure -> LOG.debug("the keys are not at hand", failure));
    }
  }

  private void tell(boolean ready) {
    if (wasReady.getAndSet(ready) != ready) {
      LOG.info(ready ? "the keys are at hand" : "the keys are not at hand");
    }
  }
}
