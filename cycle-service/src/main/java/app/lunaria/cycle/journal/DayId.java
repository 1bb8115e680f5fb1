package app.lunaria.cycle.journal;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.MalformedBase64UrlException;
import java.util.Arrays;
import java.util.Optional;

/** By which a person's day is found: 16 bytes made of the date with her key, 22 characters. */
public final class DayId {
  private static final int LENGTH = 16;

  private final byte[] tag;

  private DayId(byte[] tag) {
    this.tag = tag;
  }

  public static DayId of(byte[] tag) {
    if (tag.length != LENGTH) {
      throw new IllegalArgumentException("a tag has 16 bytes");
    }
    return new DayId(tag.clone());
  }

  /** Empty for a text that is none. */
  public static Optional<DayId> parse(String text) {
    try {
      byte[] tag = Base64Url.decode(text);
      return tag.length == LENGTH ? Optional.of(new DayId(tag)) : Optional.empty();
    } catch (MalformedBase64UrlException malformed) {
      return Optional.empty();
    }
  }

  public byte[] tag() {
    return tag.clone();
  }

  public String text() {
    return Base64Url.encode(tag);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DayId that && Arrays.equals(tag, that.tag);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tag);
  }

  @Override
  public String toString() {
    return text();
  }
}
