package app.lunaria.cycle.summary;

import app.lunaria.cycle.calendar.Periods;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The bleeding days of a person from a date on, and how many periods began before it: enough to say
 * after each change when her periods began, without reading her journal again.
 *
 * <p>If something is left out, {@code from} follows on two days without bleeding.
 */
final class BleedingHistory {
  static final BleedingHistory EMPTY = new BleedingHistory(LocalDate.EPOCH, new BitSet(), 0);

  /** To which many starts a history is cut; some may be taken back before it is too short. */
  private static final int KEPT_STARTS = 40;

  /** Above how many it is cut again. */
  private static final int CUT_ABOVE_STARTS = 54;

  private final LocalDate from;
  private final BitSet days;
  private final int earlierStarts;

  /**
   * @param from what bit 0 of the days is about
   * @param earlierStarts how many periods began before {@code from}
   */
  BleedingHistory(LocalDate from, BitSet days, int earlierStarts) {
    this.from = from;
    this.days = days;
    this.earlierStarts = earlierStarts;
  }

  static BleedingHistory of(SortedSet<LocalDate> bleedingDays) {
    if (bleedingDays.isEmpty()) {
      return EMPTY;
    }
    LocalDate first = bleedingDays.first();
    BitSet days = new BitSet();
    bleedingDays.forEach(day -> days.set(Math.toIntExact(ChronoUnit.DAYS.between(first, day))));
    return new BleedingHistory(first, days, 0).cutAbove(KEPT_STARTS);
  }

  LocalDate from() {
    return from;
  }

  BitSet days() {
    return (BitSet) days.clone();
  }

  int earlierStarts() {
    return earlierStarts;
  }

  CycleSummary summary() {
    List<Integer> starts = starts();
    List<LocalDate> recent =
        starts
            .subList(Math.max(0, starts.size() - CycleSummary.MOST_STARTS), starts.size())
            .stream()
            .map(from::plusDays)
            .toList();
    return new CycleSummary(recent, earlierStarts + starts.size());
  }

  /**
   * After a change of a day.
   *
   * @return empty if that cannot be said without the whole journal
   */
  Optional<BleedingHistory> after(LocalDate date, boolean bledBefore, boolean bleeds) {
    if (bledBefore == bleeds) {
      return Optional.of(this);
    }
    int day = Math.toIntExact(ChronoUnit.DAYS.between(from, date));
    if (days.isEmpty() && earlierStarts == 0) {
      return bleeds ? Optional.of(changed(date, new BitSet(), 0)) : Optional.empty();
    }
    if (day < 0) {
      return earlierStarts == 0 && bleeds
          ? Optional.of(changed(date, shifted(-day), 0))
          : Optional.empty();
    }
    if (days.get(day) != bledBefore) {
      return Optional.empty();
    }
    return Optional.of(changed(from, days, day))
        .filter(BleedingHistory::isLongEnough)
        .map(history -> history.cutAbove(CUT_ABOVE_STARTS));
  }

  private BleedingHistory changed(LocalDate start, BitSet before, int flipped) {
    BitSet after = (BitSet) before.clone();
    after.flip(flipped);
    return new BleedingHistory(start, after, earlierStarts);
  }

  private BitSet shifted(int by) {
    BitSet shifted = new BitSet();
    days.stream().forEach(day -> shifted.set(day + by));
    return shifted;
  }

  private boolean isLongEnough() {
    return earlierStarts == 0 || starts().size() >= CycleSummary.MOST_STARTS;
  }

  private BleedingHistory cutAbove(int most) {
    List<Integer> starts = starts();
    if (starts.size() <= most) {
      return this;
    }
    int dropped = starts.size() - KEPT_STARTS;
    int first = starts.get(dropped);
    return new BleedingHistory(
        from.plusDays(first), days.get(first, days.length()), earlierStarts + dropped);
  }

  private List<Integer> starts() {
    return Periods.starts(days).boxed().toList();
  }

  @Override
  public String toString() {
    return "‹BleedingHistory›";
  }
}
