package app.lunaria.acceptance.inspector;

/** A word seen where it must not be: how it was spelled, and the place. */
public record Sighting(Word word, String spelling, String place) {
  @Override
  public String toString() {
    return word + " (" + spelling + ") in " + place;
  }
}
