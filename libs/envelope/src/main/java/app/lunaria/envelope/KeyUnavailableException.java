package app.lunaria.envelope;

import org.jspecify.annotations.Nullable;

/** A key cannot be used now; what was to be done with it may be tried again. */
public final class KeyUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why, as far as it changes what the holder of cached keys must do. */
  public enum Reason {
    /** Not reached, or overwhelmed: keys already at hand stay usable for their time. */
    DOWN,
    /** Answered and declined: every key below it must be forgotten at once. */
    REFUSED
  }

  private final Reason reason;

  public KeyUnavailableException(Reason reason, String sentence) {
    this(reason, sentence, null);
  }

  public KeyUnavailableException(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
