package app.lunaria.kit.caller.proof;

import app.lunaria.kit.database.Pipeline;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The proof of a request, if it has one, about to be spent. */
public final class Spending {
  private final Optional<DpopProof> proof;
  private final List<ReplayKey.Version> versions;
  private final Clock clock;

  Spending(Optional<DpopProof> proof, List<ReplayKey.Version> versions, Clock clock) {
    this.proof = proof;
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * Spends it, as {@link ProofReplay#spend(DpopProof)}, by statements sent at once.
   *
   * @return fails with {@link ReplayedProofException} if it was spent before, which must roll the
   *     transaction back
   */
  public Uni<Void> in(Pipeline pipeline) {
    return proof.map(one -> spend(one, pipeline)).orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> spend(DpopProof one, Pipeline pipeline) {
    SpentProofTable table = SpentProofTable.of(one.issuedAt());
    if (!SpentProofTable.maySpend(one.issuedAt(), clock.instant())) {
      return Uni.createFrom().failure(new InvalidProofException());
    }
    List<Uni<Void>> sent =
        versions.stream()
            .map(
                version ->
                    pipeline
                        .send(table.pipelined(), one.tag(version.key()).bytes(), version.version())
                        .invoke(answer -> ProofReplay.mustBeNew(answer.rowCount()))
                        .replaceWithVoid())
            .toList();
    return Uni.join().all(sent).andFailFast().replaceWithVoid().invoke(one::markSpent);
  }
}
