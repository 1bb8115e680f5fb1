package app.lunaria.cycle.prediction.length;

/** How likely each length of a cycle is; the chances of all lengths sum to 1. */
public final class LengthDistribution {
  private final double[] chances;

  /** The chance of more than i days, summed from the far end: small ones keep their digits. */
  private final double[] longer = new double[Length.LONGEST + 1];

  private LengthDistribution(double[] chances) {
    this.chances = chances;
    for (int day = Length.LONGEST - 1; day >= 0; day--) {
      longer[day] = longer[day + 1] + chance(day + 1);
    }
  }

  /**
   * @param weights by length, from {@link Length#SHORTEST} on; one at least positive
   */
  public static LengthDistribution of(double[] weights) {
    return new LengthDistribution(Shares.of(weights.clone()));
  }

  /** The chance of exactly so many days. */
  public double chance(int days) {
    return days < Length.SHORTEST || days > Length.LONGEST ? 0 : chances[days - Length.SHORTEST];
  }

  /**
   * The chance of more than so many days.
   *
   * @param days 0 or more
   */
  public double longerThan(int days) {
    return days < longer.length ? longer[days] : 0;
  }

  /** The fewest days that at least this share of cycles does not exceed. */
  public int quantile(double share) {
    int days = Length.SHORTEST;
    double reached = chance(days);
    while (reached < share && days < Length.LONGEST) {
      days++;
      reached += chance(days);
    }
    return days;
  }

  /**
   * The distribution for a cycle that has not ended on this day.
   *
   * @param day of the cycle, 0 on its first; less than {@link Length#LONGEST}
   */
  public LengthDistribution ifLongerThan(int day) {
    double[] left = chances.clone();
    for (int days = Length.SHORTEST; days <= day; days++) {
      left[days - Length.SHORTEST] = 0;
    }
    return of(left);
  }
}
