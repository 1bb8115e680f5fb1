package app.lunaria.cycle.sweep;

import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.sweep.SignedIn;
import java.time.Instant;
import java.util.Optional;

/** An app with a token, whatever the token says. */
record Phone(ProofKey key, String accessToken) implements SignedIn {
  @Override
  public String proof(String method, String path, Optional<String> token) {
    return key.proof(method, Sweep.REALM.origin() + path, Instant.now(), token);
  }
}
