package app.lunaria.cycle.prediction.length;

import java.util.Arrays;

/** How likely each cell is, now that lengths were recorded. */
public final class Posterior {
  /** A cell with less weight than this moves no forecast, and most have. */
  private static final double NEGLIGIBLE = 1e-8;

  private final Grid grid;
  private final double[] weights;

  private Posterior(Grid grid, double[] weights) {
    this.grid = grid;
    this.weights = weights;
  }

  /** The prior's weights, times the likelihood of every record. */
  public static Posterior of(Grid grid, Prior prior, RecordedLengths records) {
    double[] logWeights = prior.logWeights(grid.cells());
    for (int length = Length.SHORTEST; length <= Length.LONGEST; length++) {
      if (records.times(length) > 0) {
        add(records.times(length), grid.logLikelihoods(length), logWeights);
      }
    }
    return new Posterior(grid, weights(logWeights));
  }

  private static void add(int times, double[] terms, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * terms[i];
    }
  }

  /** Measured by the largest, since the product of many records is smaller than any double. */
  private static double[] weights(double[] logWeights) {
    double largest = Arrays.stream(logWeights).max().orElseThrow();
    double[] weights = new double[logWeights.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(logWeights[i] - largest);
    }
    return Shares.of(weights);
  }

  /** The distribution of the next cycle's length: that of every cell, mixed by weight. */
  public LengthDistribution nextLength() {
    double[] mixture = new double[Length.COUNT];
    for (int cell = 0; cell < weights.length; cell++) {
      if (weights[cell] > NEGLIGIBLE) {
        mixIn(weights[cell], grid.chances(cell), mixture);
      }
    }
    return LengthDistribution.of(mixture);
  }

  private static void mixIn(double weight, double[] chances, double[] mixture) {
    for (int i = 0; i < mixture.length; i++) {
      mixture[i] += weight * chances[i];
    }
  }

  /** Whether a record of this length is likelier to hold forgotten starts than none. */
  public boolean saysDouble(int recordedLength) {
    return chanceOfOneCycle(recordedLength) < 0.5;
  }

  /**
   * The chance that a record of this length, one of those that made this posterior, holds one cycle
   * only and no forgotten start.
   *
   * <p>It is judged by the other records: with w the weights that those alone would give, the
   * weights here are w·L, and the mean of f₁ ∕ L under them is Σ w·f₁ ∕ Σ w·L, in which the record
   * does not vouch for itself.
   */
  double chanceOfOneCycle(int recordedLength) {
    double chance = 0;
    for (int cell = 0; cell < weights.length; cell++) {
      if (weights[cell] > NEGLIGIBLE) {
        chance += weights[cell] * grid.shareOfOneCycle(cell, recordedLength);
      }
    }
    return chance;
  }
}
