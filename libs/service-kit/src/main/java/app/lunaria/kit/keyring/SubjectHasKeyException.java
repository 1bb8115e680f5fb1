package app.lunaria.kit.keyring;

/** The person got her key in a request that was faster: read it by {@link KeyRing#of}. */
public final class SubjectHasKeyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SubjectHasKeyException() {
    super("the person has a key already");
  }
}
