package app.lunaria.acceptance.inspector;

/** The bytes of one spelling of a word, as they are searched for. */
record Needle(Word word, String spelling, byte[] bytes) {
  /** Shorter ones would be found by chance. */
  static final int SHORTEST = 8;

  @Override
  public String toString() {
    return word + " (" + spelling + ")";
  }
}
