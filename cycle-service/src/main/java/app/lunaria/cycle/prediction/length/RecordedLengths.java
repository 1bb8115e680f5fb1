package app.lunaria.cycle.prediction.length;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The lengths of completed cycles. Their order does not matter to the model, so equal ones are
 * counted: a life's history is read as fast as a year's.
 */
public final class RecordedLengths {
  private final int[] times = new int[Length.COUNT];
  private final Optional<Integer> last;

  private RecordedLengths(int[] lengths) {
    for (int length : lengths) {
      times[length - Length.SHORTEST]++;
    }
    last = lengths.length == 0 ? Optional.empty() : Optional.of(lengths[lengths.length - 1]);
  }

  /**
   * @param lengths of {@link Length#SHORTEST} to {@link Length#LONGEST} days, the last one last
   */
  public static RecordedLengths of(int... lengths) {
    return new RecordedLengths(lengths);
  }

  /**
   * The lengths between neighbouring starts.
   *
   * @param starts rising; one at least
   * @param window how many lengths count, from the last one back
   */
  public static RecordedLengths between(List<LocalDate> starts, int window) {
    int completed = starts.size() - 1;
    return new RecordedLengths(
        IntStream.range(Math.max(0, completed - window), completed)
            .map(i -> Length.between(starts.get(i), starts.get(i + 1)))
            .toArray());
  }

  /** How often this length was recorded. */
  int times(int length) {
    return times[length - Length.SHORTEST];
  }

  /** The length that was recorded last, if there is one. */
  public Optional<Integer> last() {
    return last;
  }

  /** Without the lengths, which follow from what she wrote. */
  @Override
  public String toString() {
    return "‹RecordedLengths›";
  }
}
