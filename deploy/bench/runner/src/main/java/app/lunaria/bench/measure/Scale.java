package app.lunaria.bench.measure;

import java.time.Duration;

/** How much is measured. */
public enum Scale {
  /** What the documents show. */
  FULL(7, turn(1000, 4000), Duration.ofSeconds(12), 5, 4),
  /** While one is at work on something. */
  QUICK(3, turn(500, 1500), Duration.ofSeconds(5), 2, 2),
  /** Whether it still works at all; the numbers say nothing. */
  SMOKE(1, turn(50, 200), Duration.ofMillis(200), 1, 1);

  private final int turns;
  private final Turn turn;
  private final Duration warmUp;
  private final int starts;
  private final int histories;

  Scale(int turns, Turn turn, Duration warmUp, int starts, int histories) {
    this.turns = turns;
    this.turn = turn;
    this.warmUp = warmUp;
    this.starts = starts;
    this.histories = histories;
  }

  private static Turn turn(long warmUpMillis, long measuredMillis) {
    return new Turn(Duration.ofMillis(warmUpMillis), Duration.ofMillis(measuredMillis));
  }

  /** Turns of each contender. */
  public int turns() {
    return turns;
  }

  public Turn turn() {
    return turn;
  }

  /** Of each contender, before its first turn. */
  public Duration warmUp() {
    return warmUp;
  }

  /** How often each program is started. */
  public int starts() {
    return starts;
  }

  /** How many people have a long history. */
  public int histories() {
    return histories;
  }
}
