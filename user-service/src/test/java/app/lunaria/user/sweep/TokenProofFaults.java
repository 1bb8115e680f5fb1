package app.lunaria.user.sweep;

import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import app.lunaria.testkit.sweep.SignedIn;
import app.lunaria.user.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Proofs at the token endpoint, where no token goes with them. */
final class TokenProofFaults {
  private TokenProofFaults() {}

  static List<Fault> of(Endpoint endpoint) {
    SignedIn person = endpoint.caller().orElseThrow();
    List<Fault> faults = new ArrayList<>();
    add(faults, endpoint, "no proof", List::of);
    add(faults, endpoint, "an empty proof", () -> List.of("DPoP: "));
    add(faults, endpoint, "nonsense for a proof", () -> List.of("DPoP: " + Canary.TEXT));
    add(
        faults,
        endpoint,
        "two proofs",
        () -> {
          String line =
              "DPoP: " + person.proof(endpoint.method(), endpoint.path(), Optional.empty());
          return List.of(line, line);
        });
    for (Map.Entry<String, Object> claim :
        Map.<String, Object>of(
                "htm", "GET", "htu", Person.ORIGIN + "/v1/account", "iat", 0, "jti", "short")
            .entrySet()) {
      add(
          faults,
          endpoint,
          "proof with another " + claim.getKey(),
          () -> {
            Map<String, Object> claims =
                ProofKey.claims(
                    "POST", Person.ORIGIN + endpoint.path(), Instant.now(), Optional.empty());
            claims.put(claim.getKey(), claim.getValue());
            return List.of("DPoP: " + person.key().sign(person.key().header(), claims));
          });
    }
    return faults;
  }

  private static void add(
      List<Fault> faults, Endpoint endpoint, String name, Supplier<List<String>> lines) {
    faults.add(
        Fault.of(
            endpoint,
            name,
            request -> request.without("DPoP").headers(lines.get()),
            400,
            "{\"error\":\"invalid_dpop_proof\"}"));
  }
}
