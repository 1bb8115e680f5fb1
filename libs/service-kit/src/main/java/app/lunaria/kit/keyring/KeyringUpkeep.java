package app.lunaria.kit.keyring;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Lets go of keys whose time is over, also while there are no requests. */
@Singleton
class KeyringUpkeep {
  private final DataKeyCache dataKeys;
  private final Keks keks;
  private final RootKeys rootKeys;
  private final RetiredKeys retired;

  KeyringUpkeep(DataKeyCache dataKeys, Keks keks, RootKeys rootKeys, RetiredKeys retired) {
    this.dataKeys = dataKeys;
    this.keks = keks;
    this.rootKeys = rootKeys;
    this.retired = retired;
  }

  @Scheduled(every = "10s")
  void sweep() {
    dataKeys.sweep();
    keks.sweep();
    rootKeys.sweep();
    retired.sweep();
  }
}
