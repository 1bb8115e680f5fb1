package app.lunaria.kit.caller.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of the two tables, at every second of two rounds. */
class SpentProofTableTest {
  private static final long START = 1_764_000_000;
  private static final long ROUND = 600;
  private static final long SKEW = 30;

  private static LongStream twoRounds() {
    return LongStream.range(START, START + 2 * ROUND);
  }

  /** The proofs that a replica whose clock is apart may still spend, now or later, or has spent. */
  private static LongStream countingAt(long now) {
    long oldest = now - SKEW - ProofCheck.MAX_AGE_SECONDS - SpentProofTable.MAX_DELAY_SECONDS;
    long newest = now + SKEW + ProofCheck.MAX_AHEAD_SECONDS;
    return LongStream.rangeClosed(oldest, newest);
  }

  /** Whether at some second a table is emptied that holds a proof which still counts. */
  private static boolean forgetsTooEarly(LongFunction<Optional<SpentProofTable>> emptied) {
    return twoRounds()
        .anyMatch(
            now ->
                countingAt(now)
                    .mapToObj(SpentProofTable::of)
                    .anyMatch(table -> emptied.apply(now).equals(Optional.of(table))));
  }

  @Test
  void noTableIsEmptiedWhileAProofInItCounts() {
    assertThat(forgetsTooEarly(now -> SpentProofTable.emptiedAt(Instant.ofEpochSecond(now))))
        .isFalse();
  }

  /** Planted faults: the wrong table, and the right one half a minute too early or too late. */
  @Test
  void aWrongArithmeticIsNoticed() {
    assertThat(forgetsTooEarly(now -> emptiedAfter(now, 300))).isTrue();
    assertThat(forgetsTooEarly(now -> emptiedAfter(now, 30))).isTrue();
    assertThat(forgetsTooEarly(now -> emptiedAfter(now, -30))).isTrue();
  }

  private static Optional<SpentProofTable> emptiedAfter(long now, long seconds) {
    return SpentProofTable.emptiedAt(Instant.ofEpochSecond(now + seconds));
  }

  @Test
  void aJobOfOnceAMinuteEmptiesBothTablesInEveryRound() {
    for (long phase = 0; phase < 60; phase++) {
      Set<SpentProofTable> emptied = EnumSet.noneOf(SpentProofTable.class);
      for (long now = START + phase; now < START + phase + ROUND; now += 60) {
        SpentProofTable.emptiedAt(Instant.ofEpochSecond(now)).ifPresent(emptied::add);
      }
      assertThat(emptied).as("phase %d", phase).hasSize(2);
    }
  }

  @Test
  void theTablesTakeTurnsEveryFiveMinutes() {
    assertThat(SpentProofTable.of(0)).isEqualTo(SpentProofTable.EVEN);
    assertThat(SpentProofTable.of(299)).isEqualTo(SpentProofTable.EVEN);
    assertThat(SpentProofTable.of(300)).isEqualTo(SpentProofTable.ODD);
    assertThat(SpentProofTable.of(599)).isEqualTo(SpentProofTable.ODD);
    assertThat(SpentProofTable.of(600)).isEqualTo(SpentProofTable.EVEN);
    assertThat(SpentProofTable.of(-1)).isEqualTo(SpentProofTable.ODD);
  }

  @Test
  void aProofMayBeSpentHalfAMinuteAfterItWasLastAccepted() {
    assertThat(SpentProofTable.maySpend(START, Instant.ofEpochSecond(START + 90))).isTrue();
    assertThat(SpentProofTable.maySpend(START, Instant.ofEpochSecond(START + 91))).isFalse();
    assertThat(SpentProofTable.maySpend(START, Instant.ofEpochSecond(START - 10))).isTrue();
  }
}
