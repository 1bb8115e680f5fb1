package app.lunaria.kit.keyring;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The rows of {@code root_key}. Written outside the transaction of a request, like {@link
 * KekRepository}.
 */
interface RootKeyRepository {

  /** All versions, in no order. */
  Uni<List<Versioned<byte[]>>> all(RootKeyId id);

  /** Inserts unless that version is there; says whether it did. */
  Uni<Boolean> insert(RootKeyId id, int version, byte[] wrapped);
}
