package app.lunaria.cycle.journal;

import app.lunaria.kit.http.Preconditions;

/** What came of a request to change a day. */
public sealed interface Change {

  /** The day is as she wants it; perhaps it was before. */
  record Done(DayId id, JournalDay day, boolean created) implements Change {}

  /** The day is gone. */
  record Deleted() implements Change {}

  /** There is no such day. */
  record NotThere() implements Change {}

  /**
   * What she presumed does not hold, or she did not say what she presumes. Nothing was changed.
   *
   * @param rev the current revision; 0 if the day is not there
   */
  record Refused(Preconditions.Judgement why, long rev) implements Change {}
}
