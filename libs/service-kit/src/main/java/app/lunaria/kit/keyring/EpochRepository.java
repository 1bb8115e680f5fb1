package app.lunaria.kit.keyring;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads {@code key_epoch}. */
interface EpochRepository {

  /** The newest open epoch: the row decides, not the clock. */
  Uni<Optional<OpenEpoch>> open();
}
