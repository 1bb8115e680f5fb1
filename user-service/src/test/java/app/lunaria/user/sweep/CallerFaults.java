package app.lunaria.user.sweep;

import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.caller.TestIssuer;
import app.lunaria.user.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Foreign and malformed tokens and proofs. */
final class CallerFaults {
  private static final String TOKEN = "error=\"invalid_token\"";
  private static final String PROOF = "error=\"invalid_dpop_proof\"";
  private static final String CHALLENGE = "DPoP algs=\"ES256\"";

  private final Endpoint endpoint;
  private final Person person;
  private final List<Fault> faults = new ArrayList<>();

  private CallerFaults(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.person = endpoint.caller().orElseThrow();
  }

  static List<Fault> of(Endpoint endpoint) {
    CallerFaults all = new CallerFaults(endpoint);
    all.headers();
    all.tokens();
    all.proofs();
    return all.faults;
  }

  private void headers() {
    String token = person.accessToken();
    add("nothing", CHALLENGE, List::of);
    add("Bearer", CHALLENGE, () -> List.of("Authorization: Bearer " + token));
    add("Basic", CHALLENGE, () -> List.of("Authorization: Basic YTpi"));
    add("a scheme without a token", CHALLENGE, () -> List.of("Authorization: DPoP", proof(token)));
    add("two tokens", CHALLENGE, () -> List.of(auth(token), auth(token), proof(token)));
    add("no proof", PROOF, () -> List.of(auth(token)));
    add("an empty proof", PROOF, () -> List.of(auth(token), "DPoP: "));
    add("two proofs", PROOF, () -> List.of(auth(token), proof(token), proof(token)));
    add("a proof and no token", CHALLENGE, () -> List.of(proof(token)));
  }

  private void tokens() {
    String token = person.accessToken();
    String[] parts = token.split("\\.");
    TestIssuer forger = TestIssuer.of(Person.ORIGIN, "token-1");
    String jkt = person.key().thumbprint();
    String subject = "A".repeat(42) + "E";
    Map<String, String> broken = new LinkedHashMap<>();
    broken.put("nonsense", Canary.TEXT);
    broken.put("two dots", "..");
    broken.put("two segments", parts[0] + "." + parts[1]);
    broken.put("four segments", token + ".AAAA");
    broken.put("no signature", parts[0] + "." + parts[1] + ".");
    broken.put("signature of another token", parts[0] + "." + flipped(parts[1]) + "." + parts[2]);
    broken.put("header changed", flipped(parts[0]) + "." + parts[1] + "." + parts[2]);
    broken.put("signature changed", parts[0] + "." + parts[1] + "." + flipped(parts[2]));
    broken.put("padding", token + "=");
    broken.put("of another key", forger.token(subject, "user", jkt, Instant.now()));
    broken.put("alg none", encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
    broken.put("alg a number", encoded("{\"alg\":5}") + "." + parts[1] + "." + parts[2]);
    broken.put("header an array", encoded("[]") + "." + parts[1] + "." + parts[2]);
    broken.put("header not JSON", encoded("{\"a\":1 \"b\":2}") + "." + parts[1] + "." + parts[2]);
    broken.put("the refresh token", person.refreshToken());
    broken.put("8 KiB long", "a".repeat(7000));
    for (Map.Entry<String, Object> claim :
        Map.<String, Object>of(
                "iss",
                "https://elsewhere.example",
                "aud",
                "https://lunaria.app/services/cycle",
                "exp",
                Instant.now().getEpochSecond() - 1,
                "iat",
                Instant.now().getEpochSecond() + 3600,
                "sub",
                "short",
                "cnf",
                Map.of())
            .entrySet()) {
      Map<String, Object> claims = forger.claims(subject, "user", jkt, Instant.now());
      claims.put(claim.getKey(), claim.getValue());
      broken.put("forged, another " + claim.getKey(), forger.sign(forger.header(), claims));
    }
    broken.forEach(
        (name, text) -> add("token " + name, TOKEN, () -> List.of(auth(text), proof(text))));
  }

  private void proofs() {
    String token = person.accessToken();
    Instant now = Instant.now();
    claim("htm", "PATCH");
    claim("htu", "https://elsewhere.example" + endpoint.path());
    claim("htu", Person.ORIGIN + endpoint.path() + "/");
    claim("htu", 5);
    claim("iat", now.getEpochSecond() - 61 - 60);
    claim("iat", now.getEpochSecond() + 60);
    claim("iat", "now");
    claim("jti", "short");
    claim("jti", Canary.TEXT + "\u00e4".repeat(16));
    claim("ath", "AAAA");
    header("typ", "JWT");
    header("alg", "HS256");
    header("alg", 5);
    header("jwk", Canary.TEXT);
    header("jwk", Map.of("kty", "RSA"));
    header("crit", List.of("exp"));
    add("proof without ath", PROOF, () -> List.of(auth(token), proofOf(Optional.empty())));
    add("proof of another token", PROOF, () -> List.of(auth(token), proofOf(Optional.of("x.y.z"))));
    ProofKey other = ProofKey.random();
    add(
        "proof of another key",
        TOKEN,
        () ->
            List.of(
                auth(token),
                "DPoP: "
                    + other.proof(
                        endpoint.method(),
                        Person.ORIGIN + endpoint.path(),
                        Instant.now(),
                        Optional.of(token))));
    for (String text : List.of(Canary.TEXT, "x.y", "..", "x.y.z", "{}", "a".repeat(6000))) {
      add(
          "proof " + text.length() + " characters " + text.charAt(0),
          PROOF,
          () -> List.of(auth(token), "DPoP: " + text));
    }
  }

  private void claim(String name, Object value) {
    add(
        "proof claim " + name + " " + value.getClass().getSimpleName() + " " + faults.size(),
        PROOF,
        () -> {
          Map<String, Object> claims =
              ProofKey.claims(
                  endpoint.method(),
                  Person.ORIGIN + endpoint.path(),
                  Instant.now(),
                  Optional.of(person.accessToken()));
          claims.put(name, value);
          return List.of(
              auth(person.accessToken()),
              "DPoP: " + person.key().sign(person.key().header(), claims));
        });
  }

  private void header(String name, Object value) {
    add(
        "proof header " + name + " " + value.getClass().getSimpleName() + " " + faults.size(),
        PROOF,
        () -> {
          Map<String, Object> header = person.key().header();
          header.put(name, value);
          return List.of(
              auth(person.accessToken()),
              "DPoP: "
                  + person
                      .key()
                      .sign(
                          header,
                          ProofKey.claims(
                              endpoint.method(),
                              Person.ORIGIN + endpoint.path(),
                              Instant.now(),
                              Optional.of(person.accessToken()))));
        });
  }

  private void add(String name, String mark, Supplier<List<String>> lines) {
    faults.add(
        Fault.of(
            endpoint.name(),
            name,
            () -> endpoint.right().without("Authorization").without("DPoP").headers(lines.get()),
            401,
            mark));
  }

  private String proof(String token) {
    return proofOf(Optional.of(token));
  }

  private String proofOf(Optional<String> token) {
    return "DPoP: " + person.proof(endpoint.method(), endpoint.path(), token);
  }

  private static String auth(String token) {
    return "Authorization: DPoP " + token;
  }

  private static String flipped(String segment) {
    char first = segment.charAt(5);
    return segment.substring(0, 5) + (first == 'A' ? 'B' : 'A') + segment.substring(6);
  }

  private static String encoded(String json) {
    return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes());
  }
}
