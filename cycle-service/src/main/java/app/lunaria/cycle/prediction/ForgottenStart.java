package app.lunaria.cycle.prediction;

import app.lunaria.cycle.prediction.length.Length;
import app.lunaria.cycle.prediction.length.LengthDistribution;

/**
 * When to ask "did you forget to log?": on a cycle that stays open, once it is likelier that a
 * start went by unlogged than that none has come.
 */
final class ForgottenStart {
  private final LengthDistribution length;
  private final double forgotten;

  /**
   * @param forgotten the chance that a start is not logged
   */
  ForgottenStart(LengthDistribution length, double forgotten) {
    this.length = length;
    this.forgotten = forgotten;
  }

  /**
   * Whether it was the likelier on any day so far. It stays so: the odds alone would fall again, as
   * soon as a second start would have to be forgotten too.
   *
   * @param day of the cycle, 0 on its first
   */
  boolean isLikelyBy(int day) {
    for (int earlier = Length.SHORTEST; earlier <= day; earlier++) {
      if (odds(earlier) > 1) {
        return true;
      }
    }
    return false;
  }

  /** A start on some day and none since, to no start at all. */
  double odds(int day) {
    double unlogged = 0;
    for (int start = Length.SHORTEST; start <= day; start++) {
      unlogged += length.chance(start) * length.longerThan(day - start);
    }
    return forgotten * unlogged / ((1 - forgotten) * length.longerThan(day));
  }
}
