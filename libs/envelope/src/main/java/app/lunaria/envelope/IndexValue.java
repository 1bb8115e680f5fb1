package app.lunaria.envelope;

import java.util.Arrays;

/** A keyed tag of 32 bytes that a column is searched for; equal values are equal. */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by value
public record IndexValue(byte[] bytes) {
  public IndexValue {
    bytes = Bytes.copyOfExactly(32, bytes, "an index value");
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexValue that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Hidden, since it links what is stored about one person. */
  @Override
  public String toString() {
    return "‹IndexValue›";
  }
}
