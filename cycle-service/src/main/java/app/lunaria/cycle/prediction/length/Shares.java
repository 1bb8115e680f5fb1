package app.lunaria.cycle.prediction.length;

/** Makes weights into shares of one. */
final class Shares {
  private Shares() {}

  /**
   * The same array, divided by its sum.
   *
   * @param weights none negative, one at least positive
   */
  static double[] of(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
