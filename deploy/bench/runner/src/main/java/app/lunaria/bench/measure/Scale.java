package app.lunaria.bench.measure;

import java.time.Duration;

/** How much is measured. */
public enum Scale {
  /** What the documents show. */
  FULL(5, turn(1000, 4000), warmUp(16, 5000), 5, 4),
  /** While one is at work on something. */
  QUICK(3, turn(500, 1500), warmUp(4, 2500), 2, 2),
  /** Whether it still works at all; the numbers say nothing. */
  SMOKE(1, turn(50, 200), warmUp(1, 200), 1, 1);

  private final int turns;
  private final Turn turn;
  private final WarmUp warmUp;
  private final int starts;
  private final int histories;

  Scale(int turns, Turn turn, WarmUp warmUp, int starts, int histories) {
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

  private static WarmUp warmUp(int atMost, long millis) {
    return new WarmUp(atMost, Duration.ofMillis(millis));
  }

  /** Of each contender, before its first turn. */
  public WarmUp warmUp() {
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
