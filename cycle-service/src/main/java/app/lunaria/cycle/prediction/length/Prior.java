package app.lunaria.cycle.prediction.length;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is expected of a rhythm before any of it was recorded: the typical length is normal, the
 * spread log-normal. The numbers lie between those published (Li 2022, SkipTrack, Bull 2019) and
 * are fitted to nothing.
 *
 * @param typicalLength the mean of the typical length, in days
 * @param spread the median of the spread, in days
 */
public record Prior(double typicalLength, double spread) {
  public static final Prior LITERATURE = new Prior(29.0, 2.2);

  private static final double DEVIATION_OF_LENGTH = 3.5;
  private static final double DEVIATION_OF_LOG_SPREAD = 0.6;

  private static final int AGE_OF_THE_MEAN = 30;
  private static final double DAYS_A_YEAR = -0.18;

  /** Between these ages the mean falls (Bull 2019); outside it stays as at the nearer one. */
  private static final int FALLS_FROM = 20;

  private static final int FALLS_UNTIL = 45;

  /** The prior for somebody of this age in whole years, if it is known. */
  public Prior atAge(OptionalInt years) {
    return years.isPresent() ? atAge(years.getAsInt()) : this;
  }

  private Prior atAge(int years) {
    int yearsOn = Math.clamp(years, FALLS_FROM, FALLS_UNTIL) - AGE_OF_THE_MEAN;
    return new Prior(typicalLength + DAYS_A_YEAR * yearsOn, spread * widening(years));
  }

  /** How much wider the spread is than between 35 and 39 years (Li 2023, 165,668 cycles). */
  private static double widening(int years) {
    if (years < 20) {
      return 1.46;
    }
    if (years < 45) {
      return 1;
    }
    return years < 50 ? 1.45 : 3;
  }

  /** The natural logarithms of the cells' weights, up to a constant that all have in common. */
  double[] logWeights(List<Cell> cells) {
    double logSpread = Math.log(spread);
    double[] logWeights = new double[cells.size()];
    for (int i = 0; i < logWeights.length; i++) {
      Cell cell = cells.get(i);
      double length = (cell.typicalLength() - typicalLength) / DEVIATION_OF_LENGTH;
      double width = (cell.logSpread() - logSpread) / DEVIATION_OF_LOG_SPREAD;
      logWeights[i] = -(length * length + width * width) / 2;
    }
    return logWeights;
  }
}
