package app.lunaria.kit.keyring;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The rows of {@code kek}. Written outside the transaction of a request: a key that others already
 * use must not vanish with one person's rolled-back request.
 */
interface KekRepository {

  Uni<Optional<StoredKek>> find(KekId id);

  /** Inserts unless there is one; says whether it did. */
  Uni<Boolean> insert(KekId id, byte[] wrapped, byte[] wrappedBackup);
}
