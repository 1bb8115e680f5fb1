package app.lunaria.testkit.sweep;

/**
 * A word that stands in what the sweep sends and may never come back, neither in an answer nor in a
 * log.
 */
public final class Canary {
  public static final String TEXT = "kanarienvogel4711";

  private Canary() {}
}
