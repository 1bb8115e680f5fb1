package app.lunaria.envelope;

/** A service that holds data about persons; part of every binding and of every pairwise id. */
public enum ServiceName {
  USER("user"),
  CYCLE("cycle"),
  PAYMENT("payment"),
  AUDIT("audit");

  private final String text;

  ServiceName(String text) {
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
  public static ServiceName of(String text) {
    for (ServiceName one : values()) {
      if (one.text.equals(text)) {
        return one;
      }
    }
    throw new IllegalArgumentException("a service is user, cycle, payment or audit");
  }
}
