package app.lunaria.envelope;

/** Where a system runs; part of every binding, so that nothing sealed in one opens in another. */
public enum Environment {
  DEV("dev"),
  TEST("test"),
  TRIAL("trial"),
  STAGING("staging"),
  PRODUCTION("production");

  private final String text;

  Environment(String text) {
    this.text = text;
  }

  /** The name as it stands in formats, settings and topics. */
  public String text() {
    return text;
  }

  /**
   * The one with this name.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Environment of(String text) {
    for (Environment one : values()) {
      if (one.text.equals(text)) {
        return one;
      }
    }
    throw new IllegalArgumentException("an environment is dev, test, trial, staging or production");
  }

  /** Whether a start here must refuse every setting that is fit only for a laptop. */
  public boolean isProductionStart() {
    return switch (this) {
      case DEV, TEST, TRIAL -> false;
      case STAGING, PRODUCTION -> true;
    };
  }
}
