package app.lunaria.kit.readiness;

/**
 * Why a start is refused.
 *
 * @param what what is wrong, with the reason; never the value that was found
 * @param where the setting, and where it came from
 * @param help what to do
 */
record Finding(String what, String where, String help) {
  /** The three lines in which it is shown. */
  String text() {
    return "error: " + what + "\nwhere: " + where + "\nhelp:  " + help;
  }
}
