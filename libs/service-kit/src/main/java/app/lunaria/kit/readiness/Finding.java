package app.lunaria.kit.readiness;

/**
 * Why a start is refused.
 *
 * @param what what is wrong, with the reason
 * @param where the setting
 * @param help what to do
 */
public record Finding(String what, String where, String help) {
  @Override
  public String toString() {
    return "error: " + what + "\nwhere: " + where + "\nhelp:  " + help;
  }
}
