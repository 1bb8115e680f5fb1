package app.lunaria.bench.measure;

import java.util.List;

/** Several values of the same thing, as they are reported: the middle one and the outermost. */
public record Spread(double median, double least, double most) {

  /**
   * @throws IllegalArgumentException without a value
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a spread needs one value at least");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }

  /**
   * A ratio of two series that were measured in turns: that of their medians, and the outermost of
   * the turns'.
   *
   * @param one as long as {@code other}, turn by turn
   */
  public static Spread ofRatio(List<Double> one, List<Double> other) {
    if (one.size() != other.size()) {
      throw new IllegalArgumentException("both series have the same turns");
    }
    List<Double> turns = new java.util.ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      turns.add(one.get(i) / other.get(i));
    }
    Spread spread = of(turns);
    return new Spread(of(one).median() / of(other).median(), spread.least(), spread.most());
  }
}
