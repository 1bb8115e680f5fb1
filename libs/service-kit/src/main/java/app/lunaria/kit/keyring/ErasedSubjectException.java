package app.lunaria.kit.keyring;

/** A key was asked for a person who was erased: she gets none, ever, at this service. */
public final class ErasedSubjectException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ErasedSubjectException() {
    super("the person was erased");
  }
}
