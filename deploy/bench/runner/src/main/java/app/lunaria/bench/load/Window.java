package app.lunaria.bench.load;

import java.util.Arrays;

/**
 * What was answered between the warm-up and the end.
 *
 * @param seconds how long the window was open
 * @param nanos how long each answer took, sorted
 */
@SuppressWarnings("ArrayRecordComponent") // made once, compared by nobody
public record Window(double seconds, long[] nanos) {
  public Window {
    nanos = nanos.clone();
    Arrays.sort(nanos);
  }

  public int answers() {
    return nanos.length;
  }

  public double perSecond() {
    return nanos.length / seconds;
  }

  /**
   * The time within which a share of the answers came.
   *
   * @param share 0 to 1
   * @return microseconds; not a number when nothing was answered
   */
  public double micros(double share) {
    if (nanos.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * nanos.length);
    return nanos[Math.clamp(rank - 1, 0, nanos.length - 1)] / 1_000.0;
  }

  @Override
  public String toString() {
    return "Window[" + answers() + " answers in " + seconds + " s]";
  }
}
