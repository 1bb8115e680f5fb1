package app.lunaria.cycle.prediction;

import app.lunaria.cycle.prediction.length.LengthDistribution;

/** How far guesses were from what came, and how often an interval held it. */
final class Score {
  private int guesses;
  private double absolute;
  private double squared;
  private final int[] within = new int[4];
  private double held;
  private double width;

  void guess(int guess, int came) {
    int error = Math.abs(guess - came);
    guesses++;
    absolute += error;
    squared += (double) error * error;
    for (int days = 0; days < within.length; days++) {
      within[days] += error <= days ? 1 : 0;
    }
  }

  /**
   * Judges the median and the 80 % interval. A whole day has its whole chance at once, so how much
   * of it lies between 10 and 90 % is counted, not whether (a randomised probability integral
   * transform, without the dice).
   */
  void guess(LengthDistribution length, int came) {
    guess(length.quantile(0.5), came);
    double before = 1 - length.longerThan(came - 1);
    double after = 1 - length.longerThan(came);
    held += Math.max(0, Math.min(after, 0.9) - Math.max(before, 0.1)) / (after - before);
    width += length.quantile(0.9) - length.quantile(0.1) + 1;
  }

  int guesses() {
    return guesses;
  }

  double meanAbsoluteError() {
    return absolute / guesses;
  }

  double rootMeanSquareError() {
    return Math.sqrt(squared / guesses);
  }

  double within(int days) {
    return (double) within[days] / guesses;
  }

  double heldByInterval() {
    return held / guesses;
  }

  double width() {
    return width / guesses;
  }
}
