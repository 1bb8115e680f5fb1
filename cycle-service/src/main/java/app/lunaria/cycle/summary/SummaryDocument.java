package app.lunaria.cycle.summary;

import app.lunaria.envelope.DamagedException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cycle summary, as it is sealed.
 *
 * @param v version of this form, 1
 * @param seq the state of the journal from which it was made
 * @param recentStarts rising
 * @param starts how many there are in the whole journal
 */
@RegisterForReflection
record SummaryDocument(int v, long seq, @Nullable List<LocalDate> recentStarts, int starts) {
  static final int VERSION = 1;

  static SummaryDocument of(long seq, CycleSummary summary) {
    return new SummaryDocument(VERSION, seq, summary.recentStarts(), summary.starts());
  }

  /**
   * @throws DamagedException if the document describes none
   */
  CycleSummary summary() {
    if (recentStarts == null || starts < recentStarts.size()) {
      throw new DamagedException("a summary document describes no summary");
    }
    return new CycleSummary(recentStarts, starts);
  }

  @Override
  public String toString() {
    return "SummaryDocument[v=" + v + "]";
  }
}
