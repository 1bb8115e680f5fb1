package app.lunaria.kit.keyring;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * On a laptop and in tests the service opens its first epoch by itself, once the schema is there.
 */
@Singleton
class FirstEpochAtStart {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  void open(@Observes StartupEvent start, KeyringConfig config, Epochs epochs) {
    if (!config.keys().openFirstEpoch()) {
      return;
    }
    if (config.env().isProductionStart()) {
      throw new IllegalStateException(
          "lunaria.keys.open-first-epoch is for a laptop: run --task=epoch instead");
    }
    epochs.openFirst().await().atMost(LIMIT);
  }
}
