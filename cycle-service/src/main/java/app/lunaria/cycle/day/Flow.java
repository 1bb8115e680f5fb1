package app.lunaria.cycle.day;

import java.util.Arrays;
import java.util.Optional;

/**
 * How much she bled on a day. {@code UNSPECIFIED} is menstrual bleeding without a word about its
 * amount. The order is that of the amount, an unspecified one between spotting and light.
 */
public enum Flow {
  NONE("none"),
  SPOTTING("spotting"),
  UNSPECIFIED("unspecified"),
  LIGHT("light"),
  MEDIUM("medium"),
  HEAVY("heavy"),
  VERY_HEAVY("very-heavy");

  private final String text;

  Flow(String text) {
    this.text = text;
  }

  /** The flow of that name, as it stands in requests and in stored documents. */
  public static Optional<Flow> of(String text) {
    return Arrays.stream(values()).filter(flow -> flow.text.equals(text)).findFirst();
  }

  public String text() {
    return text;
  }

  /** Whether the day counts as a day of a period; spotting never does. */
  public boolean isBleeding() {
    return compareTo(SPOTTING) > 0;
  }

  /** The heavier of two reports about the same day. */
  public Flow heavier(Flow other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
