package app.lunaria.cycle.portability;

/**
 * A line of the report: something in the file that did not become part of a day.
 *
 * @param kind the file's own name for it, or {@link #OTHER}
 * @param count how often it was met
 */
public record NotUnderstood(String kind, int count, Reason reason) {
  /** Stands for a name that is no plain word, for a record without one, and for the overflow. */
  public static final String OTHER = "other";

  /** Why. */
  public enum Reason {
    /** Not an object, a member missing or doubled, or too many of them. */
    MALFORMED_RECORD("malformed-record"),
    /** A kind of record for which a day has no place. */
    UNKNOWN_KIND("unknown-kind"),
    /** Neither a known option nor a text from which a code can be made. */
    UNKNOWN_VALUE("unknown-value"),
    VALUE_OUT_OF_RANGE("value-out-of-range"),
    IMPOSSIBLE_DATE("impossible-date"),
    DAY_IN_THE_FUTURE("day-in-the-future"),
    TEXT_TOO_LONG("text-too-long"),
    /** More values than a day, or one record, can hold. */
    TOO_MANY("too-many"),
    /** Another value where a day has place for one; the first was kept. */
    REPEATED_VALUE("repeated-value");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** Its name in answers. */
    public String text() {
      return text;
    }
  }

  /** Without the kind, which comes from her file. */
  @Override
  public String toString() {
    return "‹NotUnderstood›";
  }
}
