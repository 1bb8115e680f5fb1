package app.lunaria.envelope;

import java.time.LocalDate;

/**
 * The tags of a person's journal days: who has no key of hers cannot tell which date a row is
 * about, nor whether two persons' rows are about the same.
 *
 * <pre>
 * tag = HMAC(HKDF(DEK, "", L("tag") ‖ lp("journal-day")), i32 epochDay)[0..16)
 * </pre>
 */
public final class DayTags implements AutoCloseable {
  private static final String RECORD = "journal-day";

  private final TagKey key;

  private DayTags(TagKey key) {
    this.key = key;
  }

  /**
   * @throws KeyUnavailableException if the data key was destroyed
   */
  public static DayTags of(DataKey key) {
    return new DayTags(TagKey.of(key, RECORD));
  }

  /** The 16 bytes of the date that she wrote, whatever the zone. */
  public byte[] of(LocalDate day) {
    return key.tag(Bytes.empty().u32(Math.toIntExact(day.toEpochDay())).toArray());
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "‹DayTags›";
  }
}
