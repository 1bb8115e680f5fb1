package app.lunaria.testkit.sweep;

import app.lunaria.testkit.caller.ProofKey;
import java.util.Optional;

/** Somebody with a phone and an access token, as far as a sweep must know her. */
public interface SignedIn {
  String accessToken();

  /** The key that her token is bound to. */
  ProofKey key();

  /**
   * A fresh proof, right in everything.
   *
   * @param token the token it is shown with; empty where none goes with it
   */
  String proof(String method, String path, Optional<String> token);
}
