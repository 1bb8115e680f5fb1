package app.lunaria.kit.idempotency;

/**
 * An answer as it was given, to be given again.
 *
 * @param body JSON
 */
public record KeptAnswer(int status, String body) {
  /** Without the body, which is about a person. */
  @Override
  public String toString() {
    return "KeptAnswer[" + status + "]";
  }
}
