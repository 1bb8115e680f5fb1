package app.lunaria.cycle.summary;

import app.lunaria.cycle.SealedRecords;
import app.lunaria.cycle.calendar.Periods;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.journal.JournalDay;
import app.lunaria.cycle.journal.WholeJournal;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.document.Documents;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a person's cycle summary, and makes it anew where her journal has changed. */
@ApplicationScoped
public class Summaries {
  private final SummaryRepository rows;
  private final WholeJournal journal;
  private final KeyRing keyRing;
  private final Documents documents;

  Summaries(SummaryRepository rows, WholeJournal journal, KeyRing keyRing, Documents documents) {
    this.rows = rows;
    this.journal = journal;
    this.keyRing = keyRing;
    this.documents = documents;
  }

  /** Her summary; the empty one if she has written nothing. */
  public Uni<CycleSummary> of(SubjectId subject) {
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
    Optional<SummaryDocument> current =
        row.document()
            .map(document -> opened(key, document))
            .filter(document -> document.seq() == row.seq());
    return current
        .map(document -> Uni.createFrom().item(document.summary()))
        .orElseGet(() -> anew(key, row.seq()));
  }

  /**
   * The state was read before the days: if they are of a later one, it is not kept, and the next
   * reading makes it again.
   */
  private Uni<CycleSummary> anew(PersonKey key, long seq) {
    return Panache.withSession(() -> journal.days(key))
        .map(days -> CycleSummary.of(starts(days)))
        .call(
            summary ->
                Panache.withTransaction(
                    () -> rows.keep(key.subject(), seq, sealed(key, seq, summary))));
  }

  private static List<LocalDate> starts(List<JournalDay> days) {
    return Periods.starts(
        days.stream()
            .map(JournalDay::entry)
            .filter(Periods::isBleedingDay)
            .map(DayEntry::date)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private SummaryDocument opened(PersonKey key, Sealed document) {
    return documents.read(
        key.open(
            SealedRecords.CYCLE_SUMMARY, SealedRecords.DOCUMENT, SealedRecords.noRowId(), document),
        SummaryDocument.class,
        SummaryDocument::v,
        SummaryDocument.VERSION);
  }

  private Sealed sealed(PersonKey key, long seq, CycleSummary summary) {
    return key.seal(
        SealedRecords.CYCLE_SUMMARY,
        SealedRecords.DOCUMENT,
        SealedRecords.noRowId(),
        documents.write(SummaryDocument.of(seq, summary)));
  }
}
