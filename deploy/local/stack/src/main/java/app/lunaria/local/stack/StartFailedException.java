package app.lunaria.local.stack;

/** The stack cannot start; the message is the one sentence that a person sees. */
public final class StartFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  public StartFailedException(String sentence) {
    super(sentence);
  }

  public StartFailedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
