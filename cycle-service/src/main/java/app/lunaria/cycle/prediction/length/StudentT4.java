package app.lunaria.cycle.prediction.length;

/**
 * Student's t distribution with four degrees of freedom. Its tails are heavy, so that one odd cycle
 * does not outvote ten ordinary ones, and its integral has a closed form.
 */
final class StudentT4 {
  private StudentT4() {}

  /** The chance of a value up to {@code z}. */
  static double cumulative(double z) {
    double u = z / Math.sqrt(4 + z * z);
    return 0.5 + 0.75 * (u - u * u * u / 3);
  }
}
