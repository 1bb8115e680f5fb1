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
    return history(key, document, seq).map(BleedingHistory::summary);
  }

  /** The summary of all days of a journal, as it was in a certain state. */
  public Made anew(PersonKey key, long seq, Collection<DayEntry> days) {
    BleedingHistory history =
        BleedingHistory.of(
            days.stream()
                .filter(Periods::isBleedingDay)
                .map(DayEntry::date)
                .collect(Collectors.toCollection(TreeSet::new)));
    return new Made(history.summary(), seal(key, seq, history));
  }

  /**
   * The summary after a change, sealed anew whether or not the change matters, so that a row does
   * not tell.
   *
   * @param standing what is there, of whatever state; nothing before the first write
   * @return empty if it cannot be told without the whole journal: the next reading makes it anew
   * @throws DamagedException unless it was sealed under this key for this row
   */
  public Optional<Sealed> after(PersonKey key, Optional<Sealed> standing, Changed change) {
    Optional<BleedingHistory> before =
        change.seq() == 0
            ? Optional.of(BleedingHistory.EMPTY)
            : standing.flatMap(document -> history(key, document, change.seq()));
    return before
        .flatMap(history -> history.after(change.date(), change.bledBefore(), change.bleeds()))
        .map(history -> seal(key, change.seq() + 1, history));
  }

  private Optional<BleedingHistory> history(PersonKey key, Sealed document, long seq) {
    return Optional.of(opened(key, document))
        .filter(one -> one.seq() == seq)
        .map(SummaryDocument::history);
  }

  private SummaryDocument opened(PersonKey key, Sealed document) {
    return documents.read(
        key.open(
            SealedRecords.CYCLE_SUMMARY, SealedRecords.DOCUMENT, SealedRecords.noRowId(), document),
        SummaryDocument.class,
        SummaryDocument::v,
        SummaryDocument.VERSION);
  }

  private Sealed seal(PersonKey key, long seq, BleedingHistory history) {
    return key.seal(
        SealedRecords.CYCLE_SUMMARY,
        SealedRecords.DOCUMENT,
        SealedRecords.noRowId(),
        documents.write(SummaryDocument.of(seq, history)));
  }
}
