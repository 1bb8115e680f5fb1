package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.IndexValue;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.database.Pipeline;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rows of {@code subject_key} and what guards them, in the session or transaction of the
 * caller.
 */
interface SubjectKeyRepository {

  /** Whether a person may get a key. */
  enum Standing {
    FREE,
    HAS_KEY,
    ERASED
  }

  /**
   * The lock on the subject, until the transaction ends.
   *
   * @throws IllegalStateException in the Uni, if there is no transaction: the lock would be gone at
   *     once
   */
  Uni<Void> lock(SubjectId subject);

  /**
   * The lock on the subject and, under it, which key is hers: two statements, sent at once.
   *
   * @return empty if she has no key (any more)
   */
  Uni<Optional<DekId>> held(SubjectId subject, Pipeline pipeline);

  /** To be asked under the lock, in a statement of its own. */
  Uni<Standing> standing(SubjectId subject, List<IndexValue> erasedTags);

  /** Keeps an open epoch open until the transaction ends; false if it is closed. */
  Uni<Boolean> holdOpen(int epoch);

  Uni<Void> insert(KeyRow row);

  Uni<Optional<StoredKey>> byDekId(DekId dekId);

  Uni<Optional<StoredKey>> bySubject(SubjectId subject);

  /** Does the work in a transaction of its own that holds the lock, if no row has the key then. */
  Uni<Void> ifAbsent(SubjectLock lock, DekId dekId, Supplier<Uni<Void>> work);
}
