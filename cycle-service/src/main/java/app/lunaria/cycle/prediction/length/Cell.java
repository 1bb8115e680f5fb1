package app.lunaria.cycle.prediction.length;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the rhythms that the model knows.
 *
 * @param typicalLength the centre of its cycles' lengths, in days
 * @param logSpread the natural logarithm of their spread, in days
 */
record Cell(double typicalLength, double logSpread) {
  private static final double SHORTEST_TYPICAL = 18;
  private static final double LONGEST_TYPICAL = 60;
  private static final double STEP = 0.5;
  private static final double LEAST_SPREAD = 0.7;
  private static final double MOST_SPREAD = 12;
  private static final int SPREADS = 12;

  /** Typical lengths of 18 to 60 days by half days, each with 12 spreads of 0.7 to 12 days. */
  static List<Cell> grid() {
    double shortest = Math.log(LEAST_SPREAD);
    double range = Math.log(MOST_SPREAD) - shortest;
    List<Cell> cells = new ArrayList<>();
    for (double typical = SHORTEST_TYPICAL; typical <= LONGEST_TYPICAL; typical += STEP) {
      for (int i = 0; i < SPREADS; i++) {
        cells.add(new Cell(typical, shortest + range * i / (SPREADS - 1)));
      }
    }
    return List.copyOf(cells);
  }
}
