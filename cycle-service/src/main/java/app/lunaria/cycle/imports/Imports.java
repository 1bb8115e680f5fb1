package app.lunaria.cycle.imports;

import app.lunaria.cycle.journal.JournalDay;
import app.lunaria.cycle.journal.WholeJournal;
import app.lunaria.cycle.portability.ReadExport;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.kit.idempotency.IdempotencyKey;
import app.lunaria.kit.idempotency.IdempotentRequests;
import app.lunaria.kit.idempotency.KeptAnswer;
import app.lunaria.kit.keyring.CallersKey;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.PersonKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Imports a file that was read, or says what an import would do. */
@ApplicationScoped
class Imports {
  /** Part of what is stored: never changed. */
  private static final String OPERATION = "imports-post";

  private static final int OK = 200;

  private final WholeJournal journal;
  private final CallersKey keys;
  private final KeyRing keyRing;
  private final ProofReplay replay;
  private final IdempotentRequests idempotent;
  private final ObjectMapper json;

  Imports(
      WholeJournal journal,
      CallersKey keys,
      KeyRing keyRing,
      ProofReplay replay,
      IdempotentRequests idempotent,
      ObjectMapper json) {
    this.journal = journal;
    this.keys = keys;
    this.keyRing = keyRing;
    this.replay = replay;
    this.idempotent = idempotent;
    this.json = json;
  }

  /** What an import would do now; changes nothing. */
  Uni<ImportReport> preview(SubjectId subject, ReadExport.Understood file) {
    return keyRing
        .of(subject)
        .chain(
            key ->
                key.map(hers -> Panache.withSession(() -> journal.days(hers)))
                    .orElseGet(() -> Uni.createFrom().item(List.of())))
        .chain(days -> planned(days, file))
        .map(plan -> ImportReport.of(file, plan));
  }

  /**
   * Imports the file in one transaction, in which the answer is kept, too.
   *
   * @param hash of the file, by {@link IdempotentRequests#hash}
   */
  Uni<KeptAnswer> run(
      Caller person, IdempotencyKey header, String hash, ReadExport.Understood file) {
    return keys.ofOrNew(person.subject())
        .chain(
            key ->
                Panache.withTransaction(
                    () ->
                        replay
                            .spend(person)
                            .chain(
                                () ->
                                    idempotent.once(
                                        key, OPERATION, header, hash, () -> run(key, file)))));
  }

  private Uni<KeptAnswer> run(PersonKey key, ReadExport.Understood file) {
    return keyRing
        .lock(key.subject())
        .chain(() -> journal.days(key))
        .chain(days -> planned(days, file))
        .call(plan -> journal.write(key, plan.drafts()))
        .map(plan -> new KeptAnswer(OK, text(ImportReport.of(file, plan))));
  }

  private static Uni<ImportPlan> planned(List<JournalDay> days, ReadExport.Understood file) {
    return VertxContextSupport.executeBlocking(() -> ImportPlan.of(days, file));
  }

  private String text(ImportReport report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException notWritable) {
      throw new IllegalStateException("a report's texts and numbers are always writable");
    }
  }
}
