package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.WrappedKey;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The second place where every wrapped data key stands, durable before the row itself is: without
 * its key a person's data is lost, so losing one database must not lose the keys.
 *
 * <p>A copy without a row is harmless; a row without a copy must never be.
 */
public interface KeyCopy {

  /** Completes once the copy is durable. */
  Uni<Void> insert(SubjectId subject, DekId dekId, int epoch, WrappedKey wrapped);

  /** Whose copy it is; empty when there is none. */
  Uni<Optional<SubjectId>> subjectOf(DekId dekId);

  /** Only for a key whose row certainly does not exist and never will. */
  Uni<Void> delete(DekId dekId);
}
