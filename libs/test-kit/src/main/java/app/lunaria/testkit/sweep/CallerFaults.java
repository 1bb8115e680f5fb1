package app.lunaria.testkit.sweep;

import app.lunaria.testkit.caller.JsonText;
import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.caller.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Foreign and malformed tokens and proofs. */
public final class CallerFaults {
  private static final String TOKEN = "error=\"invalid_token\"";
  private static final String PROOF = "error=\"invalid_dpop_proof\"";
  private static final String CHALLENGE = "DPoP algs=\"ES256\"";

  private final Endpoint endpoint;
  private final SignedIn person;
  private final Realm realm;
  private final List<Fault> faults = new ArrayList<>();

  private CallerFaults(Endpoint endpoint, Realm realm) {
    this.endpoint = endpoint;
    this.realm = realm;
    this.person = endpoint.caller().orElseThrow();
  }

  /**
   * @param foreignTokens tokens of other use that the service may know, each under a name for it
   */
  public static List<Fault> of(Endpoint endpoint, Realm realm, Map<String, String> foreignTokens) {
    CallerFaults all = new CallerFaults(endpoint, realm);
    all.headers();
    all.malformedTokens();
    all.forgedTokens();
    foreignTokens.forEach(all::token);
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

  private void malformedTokens() {
    String token = person.accessToken();
    String[] parts = token.split("\\.");
    token("nonsense", Canary.TEXT);
    token("two dots", "..");
    token("two segments", parts[0] + "." + parts[1]);
    token("four segments", token + ".AAAA");
    token("no signature", parts[0] + "." + parts[1] + ".");
    token("signature of another token", parts[0] + "." + flipped(parts[1]) + "." + parts[2]);
    token("header changed", flipped(parts[0]) + "." + parts[1] + "." + parts[2]);
    token("signature changed", parts[0] + "." + parts[1] + "." + flipped(parts[2]));
    token("padding", token + "=");
    token("alg none", encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
    token("alg a number", encoded("{\"alg\":5}") + "." + parts[1] + "." + parts[2]);
    token("header an array", encoded("[]") + "." + parts[1] + "." + parts[2]);
    token("header not JSON", encoded("{\"a\":1 \"b\":2}") + "." + parts[1] + "." + parts[2]);
    token("8 KiB long", "a".repeat(7000));
  }

  /** Signed by somebody else under the id of the right key. */
  private void forgedTokens() {
    String[] parts = person.accessToken().split("\\.");
    TestIssuer forger = TestIssuer.of(realm.issuer(), "");
    String header = decoded(parts[0]);
    token("of another key", forger.sign(header, decoded(parts[1])));
    Map<String, Object> unknown = forger.header();
    unknown.put("kid", Canary.TEXT);
    token("of an unknown key", forger.sign(JsonText.of(unknown), decoded(parts[1])));
    String subject = "A".repeat(42) + "E";
    for (Map.Entry<String, Object> claim :
        Map.<String, Object>of(
                "iss",
                "https://elsewhere.example",
                "aud",
                "https://lunaria.app/services/elsewhere",
                "exp",
                now().getEpochSecond() - 1,
                "iat",
                now().getEpochSecond() + 3600,
                "sub",
                "short",
                "cnf",
                Map.of())
            .entrySet()) {
      Map<String, Object> claims =
          forger.claims(subject, realm.service(), person.key().thumbprint(), now());
      claims.put(claim.getKey(), claim.getValue());
      token("forged, another " + claim.getKey(), forger.sign(header, JsonText.of(claims)));
    }
  }

  private void proofs() {
    String token = person.accessToken();
    Instant now = now();
    claim("htm", "PATCH");
    claim("htu", "https://elsewhere.example" + endpoint.path());
    claim("htu", realm.origin() + endpoint.path() + "/");
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
                        realm.origin() + endpoint.path(),
                        now(),
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
                  realm.origin() + endpoint.path(),
                  now(),
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
                              realm.origin() + endpoint.path(),
                              now(),
                              Optional.of(person.accessToken()))));
        });
  }

  private void add(String name, String mark, Supplier<List<String>> lines) {
    faults.add(
        Fault.of(
            endpoint,
            name,
            r -> r.without("Authorization").without("DPoP").headers(lines.get()),
            401,
            mark));
  }

  private void token(String name, String text) {
    add("token " + name, TOKEN, () -> List.of(auth(text), proof(text)));
  }

  private Instant now() {
    return realm.clock().instant();
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
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }
}
