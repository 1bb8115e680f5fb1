package app.lunaria.user.sweep;

/**
 * A word that stands in what the sweep sends and may never come back, neither in an answer nor in a
 * log.
 */
final class Canary {
  static final String TEXT = "kanarienvogel4711";

  private Canary() {}
}
