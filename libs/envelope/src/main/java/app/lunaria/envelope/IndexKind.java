package app.lunaria.envelope;

/** What an index value finds without saying it; each kind has a key of its own. */
public enum IndexKind {
  EMAIL("email"),
  DPOP("dpop"),
  ERASED("erased");

  private final String text;

  IndexKind(String text) {
    this.text = text;
  }

  /** The name as it stands in the formats. */
  public String text() {
    return text;
  }
}
