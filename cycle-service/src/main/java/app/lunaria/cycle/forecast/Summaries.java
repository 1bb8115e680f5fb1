package app.lunaria.cycle.forecast;

import app.lunaria.cycle.journal.JournalDay;
import app.lunaria.cycle.journal.WholeJournal;
import app.lunaria.cycle.summary.CycleSummary;
import app.lunaria.cycle.summary.SummarySeals;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads a person's cycle summary, and makes it anew where the last change of her journal could not.
 */
@ApplicationScoped
class Summaries {
  private final SummaryRepository rows;
  private final WholeJournal journal;
  private final KeyRing keyRing;
  private final SummarySeals seals;

  Summaries(SummaryRepository rows, WholeJournal journal, KeyRing keyRing, SummarySeals seals) {
    this.rows = rows;
    this.journal = journal;
    this.keyRing = keyRing;
    this.seals = seals;
  }

  /** Her summary; the empty one if she has written nothing. */
  Uni<CycleSummary> of(SubjectId subject) {
    return Panache.withSession(() -> rows.find(subject))
        .chain(
            row ->
                row.map(there -> of(subject, there))
                    .orElseGet(() -> Uni.createFrom().item(CycleSummary.EMPTY)));
  }

  private Uni<CycleSummary> of(SubjectId subject, SummaryRepository.Row row) {
    return key(subject, row)
        .chain(
            lookup ->
                switch (lookup) {
                  case Lookup.Erased ignored -> Uni.createFrom().item(CycleSummary.EMPTY);
                  case Lookup.Found found -> of(found.key(), row);
                });
  }

  private Uni<Lookup> key(SubjectId subject, SummaryRepository.Row row) {
    return row.document()
        .map(document -> keyRing.find(document, row.dekId(), subject))
        .orElseGet(() -> keyRing.find(row.dekId(), subject));
  }

  private Uni<CycleSummary> of(PersonKey key, SummaryRepository.Row row) {
    return row.document()
        .flatMap(document -> seals.open(key, document, row.seq()))
        .map(summary -> Uni.createFrom().item(summary))
        .orElseGet(() -> anew(key, row.seq()));
  }

  /**
   * The state was read before the days: if they are of a later one, it is not kept, and the next
   * reading makes it again.
   */
  private Uni<CycleSummary> anew(PersonKey key, long seq) {
    return Panache.withSession(() -> journal.days(key))
        .map(days -> seals.anew(key, seq, days.stream().map(JournalDay::entry).toList()))
        .call(made -> Panache.withTransaction(() -> rows.keep(key.subject(), seq, made.document())))
        .map(SummarySeals.Made::summary);
  }
}
