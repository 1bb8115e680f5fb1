package app.lunaria.kit.caller.proof;

/** Marks a proof as spent where there is no database to spend it in. */
public final class AsIfSpent {
  private AsIfSpent() {}

  public static void mark(DpopProof proof) {
    proof.markSpent();
  }
}
