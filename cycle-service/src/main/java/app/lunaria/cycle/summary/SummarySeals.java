package app.lunaria.cycle.summary;

import app.lunaria.cycle.SealedRecords;
import app.lunaria.cycle.calendar.Periods;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.Sealed;
import app.lunaria.kit.document.Documents;
import app.lunaria.kit.keyring.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes, seals and opens summaries. Only computes. */
@ApplicationScoped
public class SummarySeals {
  private final Documents documents;

  SummarySeals(Documents documents) {
    this.documents = documents;
  }

  /** A summary made anew, and its seal. */
  public record Made(CycleSummary summary, Sealed document) {}

  /**
   * A change of a day.
   *
   * @param seq the state of the journal before it
   */
  public record Changed(long seq, LocalDate date, boolean bledBefore, boolean bleeds) {

    public static Changed of(
        long seq, LocalDate date, Optional<DayEntry> was, Optional<DayEntry> is) {
      return new Changed(
          seq,
          date,
          was.filter(Periods::isBleedingDay).isPresent(),
          is.filter(Periods::isBleedingDay).isPresent());
    }

    @Override
    public String toString() {
      return "‹Changed›";
    }
  }

  /**
   * The summary of a journal in a certain state.
   *
   * @param document of whatever state
   * @return empty if it is of another state
   * @throws DamagedException unless it was sealed under this key for this row
   */
  public Optional<CycleSummary> open(PersonKey key, Sealed document, long seq) {
    return Optional.of(opened(key, document))
        .filter(one -> one.seq() == seq)
        .map(one -> one.history().summary());
  }

  /** The summary of all days of a journal, as it was in a certain state. */
  public Made anew(PersonKey key, long seq, Collection<DayEntry> days) {
    BleedingHistory history =
        BleedingHistory.of(
            days.stream()
                .filter(Periods::isBleedingDay)
                .map(DayEntry::date)
                .collect(Collectors.toCollection(TreeSet::new)));
    return new Made(history.summary(), sealed(key, SummaryDocument.of(seq, history)));
  }

  /**
   * What is to stand in her row after a change: always sealed anew, so that the row does not tell
   * whether bleeding changed, or when. Where the summary cannot be told without the whole journal,
   * it is the old one, which says that it is old: the next reading makes it anew.
   *
   * @param standing what is there, of whatever state; nothing before the first write, or since an
   *     import that was the first
   * @throws DamagedException unless it was sealed under this key for this row
   */
  public Optional<Sealed> after(PersonKey key, Optional<Sealed> standing, Changed change) {
    return change.seq() == 0
        ? Optional.of(sealed(key, after(SummaryDocument.of(0, BleedingHistory.EMPTY), change)))
        : standing.map(document -> sealed(key, after(opened(key, document), change)));
  }

  private static SummaryDocument after(SummaryDocument before, Changed change) {
    return before.seq() != change.seq()
        ? before
        : before
            .history()
            .after(change.date(), change.bledBefore(), change.bleeds())
            .map(history -> SummaryDocument.of(change.seq() + 1, history))
            .orElse(before);
  }

  private SummaryDocument opened(PersonKey key, Sealed document) {
    return documents.read(
        key.open(
            SealedRecords.CYCLE_SUMMARY, SealedRecords.DOCUMENT, SealedRecords.noRowId(), document),
        SummaryDocument.class,
        SummaryDocument::v,
        SummaryDocument.VERSION);
  }

  private Sealed sealed(PersonKey key, SummaryDocument document) {
    return key.seal(
        SealedRecords.CYCLE_SUMMARY,
        SealedRecords.DOCUMENT,
        SealedRecords.noRowId(),
        documents.write(document));
  }
}
