package app.lunaria.kit.caller.proof;

import app.lunaria.envelope.IndexValue;
import app.lunaria.kit.caller.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * That a proof counts once (RFC 9449 section 11.1). An unsafe request spends its proof in its own
 * transaction, so that it counts once over all replicas and only if the request did; a safe one is
 * remembered by this replica alone.
 */
@ApplicationScoped
public class ProofReplay {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final ReplayKey keys;
  private final RecentProofs recent;
  private final Clock clock;

  public ProofReplay(ReplayKey keys, RecentProofs recent, Clock clock) {
    this.keys = keys;
    this.recent = recent;
    this.clock = clock;
  }

  /**
   * Spends the proof inside the current transaction of Hibernate Reactive (Panache's session). Does
   * one insert; have called {@link #prepare()} before the transaction opened, so that no key has to
   * be fetched in it.
   *
   * @return fails with {@link ReplayedProofException} if the proof was spent before, which must
   *     roll the transaction back; with {@link IllegalStateException} outside a transaction
   */
  public Uni<Void> spend(DpopProof proof) {
    if (!SpentProofTable.maySpend(proof.issuedAt(), clock.instant())) {
      return Uni.createFrom().failure(new InvalidProofException());
    }
    return Panache.getSession()
        .invoke(ProofReplay::mustBeInTransaction)
        .chain(session -> keys.versions().chain(versions -> spend(proof, versions, session)))
        .invoke(proof::markSpent);
  }

  /** {@link #spend(DpopProof)}; a caller without a proof (Bearer in dev) has nothing to spend. */
  public Uni<Void> spend(Caller caller) {
    return caller.proof().map(this::spend).orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static void mustBeInTransaction(Mutiny.Session session) {
    if (session.currentTransaction() == null) {
      throw new IllegalStateException("a proof is spent in the transaction of its request");
    }
  }

  /**
   * Under each version of the key, so that replicas with different versions meet in one of them.
   */
  private static Uni<Void> spend(
      DpopProof proof, List<ReplayKey.Version> versions, Mutiny.Session session) {
    return Multi.createFrom()
        .iterable(versions)
        .onItem()
        .transformToUniAndConcatenate(version -> spend(proof, version, session))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private static Uni<Integer> spend(
      DpopProof proof, ReplayKey.Version version, Mutiny.Session session) {
    IndexValue tag = proof.tag(version.key());
    return session
        .createNativeQuery(SpentProofTable.of(proof.issuedAt()).insert())
        .setParameter("tag", tag.bytes())
        .setParameter("version", version.version())
        .executeUpdate()
        .invoke(ProofReplay::mustBeNew);
  }

  /**
   * The same for a transaction whose statements are sent together: the keys are fetched now, the
   * proof is spent by {@link Spending#in}.
   */
  public Uni<Spending> spending(Caller caller) {
    return caller
        .proof()
        .map(proof -> keys.versions().map(all -> new Spending(Optional.of(proof), all, clock)))
        .orElseGet(() -> Uni.createFrom().item(new Spending(Optional.empty(), List.of(), clock)));
  }

  static void mustBeNew(int inserted) {
    if (inserted == 0) {
      throw new ReplayedProofException();
    }
  }

  /** Fetches the keys that {@link #spend} needs, outside any transaction. The mechanism does so. */
  public Uni<Void> prepare() {
    return keys.versions().replaceWithVoid();
  }

  public Uni<Void> prepare(HttpMethod method) {
    return SAFE.contains(method) ? Uni.createFrom().voidItem() : prepare();
  }

  public static boolean isSafe(String method) {
    return SAFE.contains(HttpMethod.valueOf(method));
  }

  /** Whether this replica sees the proof for the first time; for requests that change nothing. */
  public boolean firstUseHere(DpopProof proof) {
    return recent.add(proof);
  }
}
