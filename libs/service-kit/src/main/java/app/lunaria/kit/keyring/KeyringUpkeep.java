package app.lunaria.kit.keyring;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Renews what requests need and lets go of keys whose time is over, also without requests. */
@Singleton
class KeyringUpkeep {
  private static final Logger LOG = Logger.getLogger(KeyringUpkeep.class);

  private final DataKeyCache dataKeys;
  private final Keks keks;
  private final RootKeys rootKeys;
  private final OpenEpochs epochs;
  private final RetiredKeys retired;

  KeyringUpkeep(
      DataKeyCache dataKeys, Keks keks, RootKeys rootKeys, OpenEpochs epochs, RetiredKeys retired) {
    this.dataKeys = dataKeys;
    this.keks = keks;
    this.rootKeys = rootKeys;
    this.epochs = epochs;
    this.retired = retired;
  }

  @Scheduled(identity = "keyring-sweep", every = "10s", delayed = "10s")
  void sweep() {
    dataKeys.sweep();
    keks.sweep();
    rootKeys.sweep();
    retired.sweep();
  }

  @Scheduled(identity = "keyring-renewal", every = "20s", delayed = "20s")
  void renew() {
    rootKeys.renew();
    epochs
        .renew()
        .subscribe()
        .with(done -> {}, failure -> LOG.debug("the open epoch was not read", failure));
  }
}
