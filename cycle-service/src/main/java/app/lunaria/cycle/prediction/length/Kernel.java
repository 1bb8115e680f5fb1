package app.lunaria.cycle.prediction.length;

/**
 * How likely each length is in a cell, if the record holds a given number of cycles, one after the
 * other. On the scale of logarithms the length follows {@link StudentT4}; a whole day stands for
 * the time from half a day before it to half a day after.
 */
final class Kernel {
  /** No length is impossible: a posterior must survive whatever was recorded. */
  private static final double LEAST = 1e-12;

  /** Logarithms of the bounds between days, the lower one of the shortest length first. */
  private final double[] bounds = new double[Length.COUNT + 1];

  Kernel() {
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = Math.log(Length.SHORTEST + i - 0.5);
    }
  }

  /**
   * The chances of all lengths; their sum is 1.
   *
   * @param cycles how many cycles the record holds, one more than starts were forgotten
   */
  double[] chances(Cell cell, int cycles) {
    double centre = cycles * cell.typicalLength();
    double logCentre = Math.log(centre);
    double scale = Math.exp(cell.logSpread()) * Math.sqrt(cycles) / centre;

    double[] chances = new double[Length.COUNT];
    double below = StudentT4.cumulative((bounds[0] - logCentre) / scale);
    for (int i = 0; i < chances.length; i++) {
      double above = StudentT4.cumulative((bounds[i + 1] - logCentre) / scale);
      chances[i] = Math.max(above - below, LEAST);
      below = above;
    }
    return Shares.of(chances);
  }
}
