package app.lunaria.cycle.summary;

import java.time.LocalDate;
import java.util.List;

/**
 * The starts of a person's periods, as far as a forecast needs them.
 *
 * @param recentStarts the last {@value #MOST_STARTS}, rising
 * @param starts how many there are in the whole journal
 */
public record CycleSummary(List<LocalDate> recentStarts, int starts) {
  /** Enough for 24 cycles, and for those that begin tomorrow where it is tomorrow already. */
  static final int MOST_STARTS = 27;

  public static final CycleSummary EMPTY = new CycleSummary(List.of(), 0);

  public CycleSummary {
    recentStarts = List.copyOf(recentStarts);
  }

  /** Without what begins after a date: where she is, it has not come yet. */
  public CycleSummary until(LocalDate date) {
    List<LocalDate> kept = recentStarts.stream().filter(start -> !start.isAfter(date)).toList();
    return new CycleSummary(kept, starts - (recentStarts.size() - kept.size()));
  }

  @Override
  public String toString() {
    return "‹CycleSummary›";
  }
}
