package app.lunaria.cycle.journal;

import app.lunaria.cycle.SealedRecords;
import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.DayTags;
import app.lunaria.kit.document.Documents;
import app.lunaria.kit.keyring.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Seals days into their rows and opens them. Only computes. */
@ApplicationScoped
class DaySeals {
  private final Documents documents;

  DaySeals(Documents documents) {
    this.documents = documents;
  }

  DayId id(PersonKey key, LocalDate date) {
    return ids(key, List.of(date)).getFirst();
  }

  List<DayId> ids(PersonKey key, List<LocalDate> dates) {
    try (DayTags tags = key.dayTags()) {
      return dates.stream().map(date -> DayId.of(tags.of(date))).toList();
    }
  }

  List<SealedDay> seal(PersonKey key, List<JournalDay> days) {
    try (DayTags tags = key.dayTags()) {
      return days.stream()
          .map(day -> seal(key, DayId.of(tags.of(day.entry().date())), day))
          .toList();
    }
  }

  /**
   * @param id of the date of the day
   */
  SealedDay seal(PersonKey key, DayId id, JournalDay day) {
    return new SealedDay(
        id,
        key.dekId(),
        key.seal(
            SealedRecords.JOURNAL_DAY,
            SealedRecords.DOCUMENT,
            id.tag(),
            documents.write(DayDocument.of(day))));
  }

  List<JournalDay> open(PersonKey key, List<SealedDay> rows) {
    return rows.stream().map(row -> open(key, row)).toList();
  }

  /**
   * @throws DamagedException unless it was sealed under this key for this row
   */
  JournalDay open(PersonKey key, SealedDay row) {
    if (!row.dekId().equals(key.dekId())) {
      throw new DamagedException("a journal day names another key than the person's");
    }
    return documents
        .read(
            key.open(
                SealedRecords.JOURNAL_DAY, SealedRecords.DOCUMENT, row.id().tag(), row.document()),
            DayDocument.class,
            DayDocument::v,
            DayDocument.VERSION)
        .journalDay();
  }
}
