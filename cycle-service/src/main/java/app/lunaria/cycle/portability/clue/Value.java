package app.lunaria.cycle.portability.clue;

import app.lunaria.cycle.portability.NotUnderstood.Reason;

/** One thing that a file says; what it means depends on the kind that it is said of. */
sealed interface Value {

  /** An option's name, or a text of her own; not blank, and no longer than notes may be. */
  record Text(String text) implements Value {
    /** Without the text. */
    @Override
    public String toString() {
      return "‹Text›";
    }
  }

  /** That it was so, and no more. */
  record Marked() implements Value {}

  /**
   * A number of degrees.
   *
   * @param hundredths of a degree Celsius; exact where it could be a body's temperature
   * @param excluded whether she left the reading out of evaluations
   */
  record Degrees(long hundredths, boolean excluded) implements Value {
    /** Without the number. */
    @Override
    public String toString() {
      return "‹Degrees›";
    }
  }

  /** None of these, whatever kind it is said of. */
  record Unfit(Reason reason) implements Value {}
}
