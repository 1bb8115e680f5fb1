package app.lunaria.cycle.day;

/**
 * A basal body temperature.
 *
 * @param hundredths hundredths of a degree Celsius, 3400 to 4300
 * @param excluded whether she left the reading out of evaluations, after fever or a short night
 */
public record BasalTemperature(int hundredths, boolean excluded) {
  public static final int LOWEST = 3400;
  public static final int HIGHEST = 4300;

  public BasalTemperature {
    if (!isInRange(hundredths)) {
      throw new IllegalArgumentException("a basal temperature is between 34 and 43 degrees");
    }
  }

  public static boolean isInRange(long hundredths) {
    return hundredths >= LOWEST && hundredths <= HIGHEST;
  }

  /** Without the value, which she told us. */
  @Override
  public String toString() {
    return "‹BasalTemperature›";
  }
}
