package app.lunaria.local.stack.client;

/**
 * The local stack could not be started, reached or moved to do something; the message is one
 * sentence for a person.
 */
public final class StackUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackUnavailableException(String message) {
    super(message);
  }

  public StackUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
