package app.lunaria.kit.caller;

import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.caller.proof.DpopProof;
import java.util.Map;
import java.util.Optional;

/**
 * The person on whose behalf a request came, as her token says.
 *
 * @param subject her pairwise id at this service
 * @param consents purpose to version of what she granted when the token was made
 * @param proof the proof that came with the token; empty only for a Bearer token in dev
 */
public record Caller(SubjectId subject, Map<String, String> consents, Optional<DpopProof> proof) {
  /** The purpose under which cycle and health data are processed. */
  public static final String HEALTH_PROCESSING = "health-processing";

  public Caller {
    consents = Map.copyOf(consents);
  }

  public boolean hasConsentedTo(String purpose) {
    return consents.containsKey(purpose);
  }

  /** Without her consents, which she told us. */
  @Override
  public String toString() {
    return "Caller " + subject;
  }
}
