package app.lunaria.kit.caller.proof;

/** The proof was spent before (RFC 9449 section 11.1). */
public final class ReplayedProofException extends InvalidProofException {
  private static final long serialVersionUID = 1;

  public ReplayedProofException() {
    super("the proof was spent before");
  }
}
