package app.lunaria.envelope;

/**
 * Stored bytes are not what was sealed here for this place: changed, moved, cut or of another key.
 *
 * <p>The message is one fixed sentence for each place and never says which check failed, so that
 * all refusals of bytes look alike. Trying again is useless; it is worth an alarm.
 */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param sentence a constant that names the place and nothing of what was found there
   */
  public DamagedException(String sentence) {
    super(sentence);
  }
}
