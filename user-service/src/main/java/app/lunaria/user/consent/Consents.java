package app.lunaria.user.consent;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.kit.document.Documents;
import app.lunaria.kit.ids.Ids;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.PersonKey;
import app.lunaria.kit.problem.ProblemType;
import app.lunaria.user.SealedRecords;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Gives, withdraws and reads consent. Each decision is a sealed row of its own; none is ever
 * changed.
 */
@ApplicationScoped
public class Consents {
  private final ConsentRepository consents;
  private final KeyRing keyRing;
  private final ProofReplay replay;
  private final Documents documents;
  private final Ids ids;
  private final Clock clock;

  Consents(
      ConsentRepository consents,
      KeyRing keyRing,
      ProofReplay replay,
      Documents documents,
      Ids ids,
      Clock clock) {
    this.consents = consents;
    this.keyRing = keyRing;
    this.replay = replay;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
  }

  /** A decision and whether it was new. */
  record Decided(ConsentDocument decision, boolean added) {}

  /** Purpose to version of what the person has given: the claim of her tokens. */
  public Uni<Map<String, String>> granted(SubjectId subject) {
    return ledger(subject).map(ConsentLedger::granted);
  }

  Uni<List<ConsentDocument>> standing(SubjectId subject) {
    return ledger(subject).map(ConsentLedger::standing);
  }

  /** No connection is held while the key is asked for. */
  private Uni<ConsentLedger> ledger(SubjectId subject) {
    return keyOf(subject).chain(key -> Panache.withSession(() -> ledger(key)));
  }

  /** Records a decision, spending the proof that it came with in the same transaction. */
  Uni<Decided> decide(Caller person, Purpose purpose, boolean given) {
    return keyOf(person.subject())
        .chain(
            key ->
                Panache.withTransaction(
                    () ->
                        replay
                            .spend(person)
                            .chain(() -> keyRing.lock(person.subject()))
                            .chain(() -> ledger(key))
                            .chain(ledger -> decide(key, ledger, purpose, given))));
  }

  private Uni<Decided> decide(PersonKey key, ConsentLedger ledger, Purpose purpose, boolean given) {
    return ledger
        .decide(purpose, given, clock.instant())
        .map(
            decision ->
                consents.persist(sealed(key, decision)).replaceWith(new Decided(decision, true)))
        .orElseGet(
            () -> Uni.createFrom().item(new Decided(ledger.about(purpose).orElseThrow(), false)));
  }

  private Uni<ConsentLedger> ledger(PersonKey key) {
    return consents
        .of(key.subject())
        .map(rows -> new ConsentLedger(rows.stream().map(row -> opened(key, row)).toList()));
  }

  /** A row that does not open is refused, never passed over: it may be the withdrawal. */
  private ConsentDocument opened(PersonKey key, SealedConsent row) {
    if (!DekId.of(row.dekId).equals(key.dekId())) {
      throw new DamagedException("a consent names another key than the person's");
    }
    return documents.read(
        key.open(SealedRecords.CONSENT, SealedRecords.DOCUMENT, row.rowId, Sealed.of(row.document)),
        ConsentDocument.class,
        ConsentDocument::v,
        ConsentDocument.VERSION);
  }

  private SealedConsent sealed(PersonKey key, ConsentDocument decision) {
    SealedConsent row = new SealedConsent();
    row.rowId = ids.random(16);
    row.subject = key.subject().bytes();
    row.dekId = key.dekId().bytes();
    row.document =
        key.seal(
                SealedRecords.CONSENT, SealedRecords.DOCUMENT, row.rowId, documents.write(decision))
            .bytes();
    return row;
  }

  private Uni<PersonKey> keyOf(SubjectId subject) {
    return keyRing.of(subject).map(key -> key.orElseThrow(ProblemType.NOT_FOUND::exception));
  }
}
