package app.lunaria.cycle.prediction.length;

import java.util.List;

/**
 * The cells, and what each of them says about every length. Made once, some 2.8 MB, and never
 * changed.
 *
 * <p>A record holds one cycle, or two if a start was forgotten, or three if two were; each further
 * one is {@code forgotten} times as likely.
 */
public final class Grid {
  private final List<Cell> cells = Cell.grid();
  private final double oneTwoOrThree;

  /** By length, then by cell: a posterior reads all cells of one length. */
  private final double[][] logLikelihoods = new double[Length.COUNT][cells.size()];

  /** By cell, then by length: a forecast reads all lengths of one cell. */
  private final double[][] chances = new double[cells.size()][];

  /**
   * @param forgotten the chance that a start is not logged
   */
  public Grid(double forgotten) {
    oneTwoOrThree = 1 + forgotten + forgotten * forgotten;
    Kernel kernel = new Kernel();
    for (int cell = 0; cell < chances.length; cell++) {
      double[] one = kernel.chances(cells.get(cell), 1);
      double[] two = kernel.chances(cells.get(cell), 2);
      double[] three = kernel.chances(cells.get(cell), 3);
      for (int i = 0; i < Length.COUNT; i++) {
        double record = one[i] + forgotten * two[i] + forgotten * forgotten * three[i];
        logLikelihoods[i][cell] = Math.log(record / oneTwoOrThree);
      }
      chances[cell] = one;
    }
  }

  List<Cell> cells() {
    return cells;
  }

  /** The natural logarithm of the chance that a record has this length, by cell. Not to change. */
  double[] logLikelihoods(int length) {
    return logLikelihoods[length - Length.SHORTEST];
  }

  /** The chances of a single cycle's lengths in this cell. Not to change. */
  double[] chances(int cell) {
    return chances[cell];
  }

  /** The share of one cycle, not two or three, in the chance of a record of this length. */
  double shareOfOneCycle(int cell, int length) {
    int i = length - Length.SHORTEST;
    return chances[cell][i] / (oneTwoOrThree * Math.exp(logLikelihoods[i][cell]));
  }
}
