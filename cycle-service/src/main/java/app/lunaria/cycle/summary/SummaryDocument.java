package app.lunaria.cycle.summary;

import app.lunaria.envelope.DamagedException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A cycle summary, as it is sealed.
 *
 * @param v version of this form, 2; 1 held starts of periods alone, and none of it is kept
 * @param seq the state of the journal that it is about
 * @param from the date of the first bit of the days
 * @param days bleeding days, the first in the lowest bit of the first byte
 * @param earlierStarts how many periods began before {@code from}
 */
@RegisterForReflection
record SummaryDocument(
    int v, long seq, @Nullable LocalDate from, byte @Nullable [] days, int earlierStarts) {
  static final int VERSION = 2;

  static SummaryDocument of(long seq, BleedingHistory history) {
    return new SummaryDocument(
        VERSION, seq, history.from(), history.days().toByteArray(), history.earlierStarts());
  }

  /**
   * @throws DamagedException if the document describes none
   */
  BleedingHistory history() {
    if (from == null || days == null || earlierStarts < 0) {
      throw new DamagedException("a summary document describes no summary");
    }
    return new BleedingHistory(from, BitSet.valueOf(days), earlierStarts);
  }

  @Override
  public String toString() {
    return "SummaryDocument[v=" + v + "]";
  }
}
