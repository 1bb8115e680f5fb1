package app.lunaria.user.password;

/** All hashing places are taken: the caller should try again in a second. */
public final class HashingPlacesTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HashingPlacesTakenException() {
    super("all hashing places are taken", null, false, false);
  }
}
