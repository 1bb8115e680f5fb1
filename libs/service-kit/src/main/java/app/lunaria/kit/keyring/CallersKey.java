package app.lunaria.kit.keyring;

import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.problem.ProblemType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The key of the person who is calling, made when she calls for the first time. A key is made in a
 * request of hers only (formats.md section 2).
 */
@ApplicationScoped
public class CallersKey {
  private final KeyRing keyRing;

  CallersKey(KeyRing keyRing) {
    this.keyRing = keyRing;
  }

  /**
   * Her key, made in a transaction of its own if she has none: to be asked before the transaction
   * of the request. Who was erased gets not-found.
   */
  public Uni<PersonKey> ofOrNew(SubjectId subject) {
    return keyRing
        .of(subject)
        .chain(
            key -> key.map(there -> Uni.createFrom().item(there)).orElseGet(() -> made(subject)));
  }

  private Uni<PersonKey> made(SubjectId subject) {
    return keyRing
        .prepare(subject)
        .chain(this::created)
        .onFailure(EpochClosedException.class)
        .retry()
        .atMost(1)
        .onFailure(SubjectHasKeyException.class)
        .recoverWithUni(() -> keyRing.of(subject).map(Optional::orElseThrow))
        .onFailure(ErasedSubjectException.class)
        .transform(erased -> ProblemType.NOT_FOUND.exception());
  }

  /** A copy whose row did not come to be goes again; whatever the outcome, that is looked up. */
  private Uni<PersonKey> created(NewKey fresh) {
    return Panache.withTransaction(() -> keyRing.create(fresh))
        .onFailure()
        .call(failure -> keyRing.discardCopy(fresh.dekId()).onFailure().recoverWithNull());
  }
}
