package app.lunaria.kit.caller.proof;

/**
 * The proof is refused: {@code invalid_dpop_proof} (RFC 9449 sections 5 and 7.1). An expected
 * outcome, without a stack trace and without a reason that could help to forge one. Protected
 * resources need not handle it: it becomes a 401.
 */
public sealed class InvalidProofException extends RuntimeException permits ReplayedProofException {
  private static final long serialVersionUID = 1;

  public InvalidProofException() {
    this("the proof is refused");
  }

  InvalidProofException(String sentence) {
    super(sentence, null, false, false);
  }
}
