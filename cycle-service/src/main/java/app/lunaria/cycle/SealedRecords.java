package app.lunaria.cycle;

/**
 * The names that are bound into every sealed document of this service (formats.md, section 3). They
 * are part of the stored bytes: added to, never changed, and never derived from the names of tables
 * or columns.
 */
public final class SealedRecords {
  /** The one field that the records of this service have. */
  public static final String DOCUMENT = "document";

  /** One a person and day; the row id is the tag of the date. */
  public static final String JOURNAL_DAY = "journal-day";

  /** One a person; the row id is empty. */
  public static final String CYCLE_SUMMARY = "cycle-summary";

  private static final byte[] NO_ROW_ID = {};

  private SealedRecords() {}

  /** The row id of records of which a person has one. */
  public static byte[] noRowId() {
    return NO_ROW_ID;
  }
}
