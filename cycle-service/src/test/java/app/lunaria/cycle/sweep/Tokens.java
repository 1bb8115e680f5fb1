package app.lunaria.cycle.sweep;

import app.lunaria.cycle.Person;
import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.caller.TestIssuer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens of the issuer that the service knows, so that only what they say can be wrong with them.
 */
final class Tokens {
  private static final TestIssuer ISSUER = Person.ISSUER;

  private Tokens() {}

  /** Right tokens that do not say that she agreed to the processing of her health data. */
  static Map<String, Phone> withoutConsent(ProofKey key) {
    Map<String, Phone> phones = new LinkedHashMap<>();
    Map<String, Object> claims = claims(key);
    claims.remove("consent");
    phones.put("no consents", new Phone(key, ISSUER.sign(ISSUER.header(), claims)));
    for (Map<String, String> consents :
        List.of(
            Map.<String, String>of(),
            Map.of("research", "1"),
            Map.of("HEALTH-PROCESSING", "1"),
            Map.of("health-processing ", "1"))) {
      phones.put("consents " + consents.keySet(), new Phone(key, with(key, "consent", consents)));
    }
    return phones;
  }

  /** Tokens that are right but for one thing. */
  static Map<String, String> foreign(ProofKey key) {
    long now = Instant.now().getEpochSecond();
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("for user-service", with(key, "aud", "https://lunaria.app/services/user"));
    tokens.put("for a longer name", with(key, "aud", "https://lunaria.app/services/cycle/"));
    tokens.put("for several", with(key, "aud", List.of("https://lunaria.app/services/cycle")));
    tokens.put("of another issuer", with(key, "iss", "https://elsewhere.example"));
    tokens.put("of the future", with(key, "iat", now + 3_600, "exp", now + 3_900));
    tokens.put("over", with(key, "iat", now - 700, "exp", now - 100));
    tokens.put("of eleven minutes", with(key, "exp", now + 660));
    tokens.put("with a text for exp", with(key, "exp", String.valueOf(now + 300)));
    tokens.put("of a short subject", with(key, "sub", "A".repeat(42)));
    tokens.put("of a number for subject", with(key, "sub", 5));
    tokens.put("bound to nothing", with(key, "cnf", Map.of()));
    tokens.put("bound to more", with(key, "cnf", Map.of("jkt", key.thumbprint(), "x5t", "A")));
    tokens.put(
        "bound to another key", with(key, "cnf", Map.of("jkt", ProofKey.random().thumbprint())));
    tokens.put("with a list of consents", with(key, "consent", List.of("health-processing")));
    tokens.put("with a true consent", with(key, "consent", Map.of("health-processing", true)));
    Map<String, Object> header = ISSUER.header();
    header.put("typ", "JWT");
    tokens.put("of another type", ISSUER.sign(header, claims(key)));
    header = ISSUER.header();
    header.put("crit", List.of("exp"));
    tokens.put("with something critical", ISSUER.sign(header, claims(key)));
    return tokens;
  }

  private static String with(ProofKey key, Object... changes) {
    Map<String, Object> claims = claims(key);
    for (int i = 0; i < changes.length; i += 2) {
      claims.put((String) changes[i], changes[i + 1]);
    }
    return ISSUER.sign(ISSUER.header(), claims);
  }

  private static Map<String, Object> claims(ProofKey key) {
    byte[] subject = new byte[32];
    new SecureRandom().nextBytes(subject);
    return ISSUER.claims(
        Base64.getUrlEncoder().withoutPadding().encodeToString(subject),
        Sweep.REALM.service(),
        key.thumbprint(),
        Instant.now());
  }
}
