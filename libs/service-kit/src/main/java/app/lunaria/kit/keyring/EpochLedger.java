package app.lunaria.kit.keyring;

import java.util.Optional;

/** Writes {@code key_epoch}; blocking, for tasks that run alone. */
interface EpochLedger {

  /** The number of the newest open epoch. */
  Optional<Integer> open();

  /** Inserts the epoch as open unless it has a row; says whether it did. */
  boolean insert(OpenEpoch epoch);
}
