package app.lunaria.kit.caller.authentication;

import static app.lunaria.kit.caller.Ground.TOKENS;
import static app.lunaria.kit.caller.authentication.WrongValues.raw;
import static app.lunaria.kit.caller.authentication.WrongValues.with;

import app.lunaria.kit.caller.Ground;
import app.lunaria.testkit.caller.JsonText;
import app.lunaria.testkit.caller.ProofKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Wrong access tokens, each with a right proof for it. */
final class WrongTokens {
  private static final long NOW = Ground.NOW.getEpochSecond();

  private final List<WrongRequest> all = new ArrayList<>();

  static List<WrongRequest> all() {
    WrongTokens tokens = new WrongTokens();
    tokens.headers();
    tokens.texts();
    tokens.times();
    tokens.confirmations();
    tokens.optionalClaims();
    tokens.forms();
    tokens.json();
    return Stream.concat(tokens.all.stream(), ForgedTokens.all().stream()).toList();
  }

  private void add(String name, String token, Rule... faults) {
    all.add(wrong(name, token, faults));
  }

  static WrongRequest wrong(String name, String token, Rule... faults) {
    return WrongRequest.of(
        "token: " + name, Refusal.INVALID_TOKEN, Request.of(token, Ground.proof(token)), faults);
  }

  private void header(String name, Map<String, Object> header, Rule... faults) {
    add(name, TOKENS.sign(header, Ground.tokenClaims()), faults);
  }

  private void claims(String name, Map<String, Object> claims, Rule... faults) {
    add(name, TOKENS.sign(TOKENS.header(), claims), faults);
  }

  private void claim(String name, String member, Object value, Rule... faults) {
    claims(name, with(Ground.tokenClaims(), member, value), faults);
  }

  private void headers() {
    Map<String, Object> right = TOKENS.header();
    Map<String, Rule> rules =
        Map.of("alg", Rule.TOKEN_ALG, "typ", Rule.TOKEN_TYP, "kid", Rule.TOKEN_KID);
    rules.forEach(
        (member, rule) ->
            WrongValues.each(
                right, member, (name, header) -> header(name, header, rule, Rule.TOKEN_HEADER)));
    for (String alg : List.of("none", "None", "ps256", "PS384", "RS256", "ES256", "HS256", "")) {
      header("alg " + alg, with(right, "alg", alg), Rule.TOKEN_ALG);
    }
    for (String typ : List.of("JWT", "jwt", "AT+JWT", "application/at+jwt", "dpop+jwt")) {
      header("typ " + typ, with(right, "typ", typ), Rule.TOKEN_TYP);
    }
    for (String kid :
        List.of(
            "token-2",
            "TOKEN-1",
            "../token-1",
            "../../../../etc/passwd",
            "token-1' OR '1'='1",
            "token-1\u0000",
            " token-1",
            "k".repeat(65))) {
      header("kid " + kid, with(right, "kid", kid), Rule.TOKEN_KID);
    }
    Map<String, Object> foreign = new LinkedHashMap<>();
    foreign.put("jku", "https://evil.example/jwks");
    foreign.put("x5u", "https://evil.example/cert");
    foreign.put("x5c", List.of("MIIB"));
    foreign.put("x5t", "AAAA");
    foreign.put("jwk", ProofKey.random().jwk());
    foreign.put("crit", List.of("exp"));
    foreign.put("b64", false);
    foreign.put("zip", "DEF");
    foreign.put("cty", "JWT");
    foreign.put("ALG", "PS256");
    foreign.put("", "");
    foreign.forEach(
        (member, value) ->
            header("header " + member, with(right, member, value), Rule.TOKEN_HEADER));
  }

  private void texts() {
    Map<String, Rule> rules =
        Map.of(
            "iss", Rule.ISS,
            "aud", Rule.AUD,
            "sub", Rule.SUB,
            "jti", Rule.TOKEN_JTI,
            "client_id", Rule.CLIENT_ID);
    rules.forEach(
        (member, rule) ->
            WrongValues.each(
                Ground.tokenClaims(), member, (name, claims) -> claims(name, claims, rule)));
    for (String iss :
        List.of("https://other.example", Ground.ISSUER + "/", "HTTPS://issuer.example")) {
      claim("iss " + iss, "iss", iss, Rule.ISS);
    }
    for (String aud :
        List.of(
            "user",
            "https://lunaria.app/services/cycle",
            "https://lunaria.app/services/user/",
            "https://lunaria.app/services/USER",
            "https://lunaria.app/services/user,https://lunaria.app/services/cycle")) {
      claim("aud " + aud, "aud", aud, Rule.AUD);
    }
    claim(
        "two audiences",
        "aud",
        List.of("https://lunaria.app/services/user", "https://lunaria.app/services/cycle"),
        Rule.AUD);
    String sub = Ground.SUBJECT;
    for (String wrong :
        List.of(
            sub.substring(1),
            sub + "A",
            sub + "=",
            sub.substring(0, 42) + "B",
            "A".repeat(43),
            "+" + sub.substring(1),
            "staff:" + sub,
            "550e8400-e29b-41d4-a716-446655440000")) {
      claim("sub " + wrong, "sub", wrong, Rule.SUB);
    }
    claim("a long jti", "jti", "j".repeat(129), Rule.TOKEN_JTI);
    claim("a jti with a line feed", "jti", "line\nfeed", Rule.TOKEN_JTI);
    claim("a client_id with a space", "client_id", "lunaria app", Rule.CLIENT_ID);
  }

  private void times() {
    for (String member : List.of("iat", "exp")) {
      WrongValues.each(
          Ground.tokenClaims(),
          member,
          (name, claims) -> claims(name, claims, Rule.LIFE, Rule.ISSUED, Rule.EXPIRED));
      Object right = Ground.tokenClaims().get(member);
      claim(member + " a text", member, String.valueOf(right), Rule.LIFE);
      claim(member + " with .0", member, raw(right + ".0"), Rule.LIFE);
      claim(member + " with e0", member, raw(right + "e0"), Rule.LIFE);
      claim(
          member + " above long",
          member,
          raw("9223372036854775808"),
          Rule.LIFE,
          Rule.ISSUED,
          Rule.EXPIRED);
    }
    claim("lives 601 s", "exp", NOW + 601, Rule.LIFE);
    claim("lives for ever", "exp", Long.MAX_VALUE, Rule.LIFE);
    claims("lives 0 s", times(NOW + 5, NOW + 5), Rule.LIFE);
    claims("ends before it begins", times(NOW + 9, NOW + 8), Rule.LIFE);
    claims("from before the epoch", times(-1, 1), Rule.LIFE, Rule.EXPIRED);
    claims("the least long", times(Long.MIN_VALUE, NOW + 1), Rule.LIFE);
    claims("from 11 s ahead", times(NOW + 11, NOW + 600), Rule.ISSUED);
    claims("from tomorrow", times(NOW + 86_400, NOW + 86_900), Rule.ISSUED);
    claims("ends now", times(NOW - 600, NOW), Rule.EXPIRED);
    claims("ended a second ago", times(NOW - 500, NOW - 1), Rule.EXPIRED);
    claims("ended an hour ago", times(NOW - 4200, NOW - 3600), Rule.EXPIRED);
  }

  private static Map<String, Object> times(long issuedAt, long expiresAt) {
    return with(with(Ground.tokenClaims(), "iat", issuedAt), "exp", expiresAt);
  }

  private void confirmations() {
    WrongValues.each(
        Ground.tokenClaims(),
        "cnf",
        (name, claims) -> claims(name, claims, Rule.CNF, Rule.BINDING));
    String jkt = Ground.KEY.thumbprint();
    WrongValues.each(
        Map.of("jkt", jkt),
        "jkt",
        (name, cnf) -> claim("cnf." + name, "cnf", cnf, Rule.CNF, Rule.BINDING));
    claim("cnf with x5t#S256 too", "cnf", Map.of("jkt", jkt, "x5t#S256", jkt), Rule.CNF);
    claim("cnf with jwk too", "cnf", Map.of("jkt", jkt, "jwk", Ground.KEY.jwk()), Rule.CNF);
    claim("jkt padded", "cnf", Map.of("jkt", jkt + "="), Rule.CNF, Rule.BINDING);
    claim("jkt cut", "cnf", Map.of("jkt", jkt.substring(0, 40)), Rule.CNF, Rule.BINDING);
    claim("jkt of another key", "cnf", Map.of("jkt", ProofKey.random().thumbprint()), Rule.BINDING);
    claim("jkt of zeros", "cnf", Map.of("jkt", "A".repeat(43)), Rule.BINDING);
  }

  private void optionalClaims() {
    for (Object consent :
        List.of("health-processing", 1, true, List.of("health-processing"), raw("null"))) {
      claim("consent " + JsonText.of(consent), "consent", consent, Rule.CONSENT);
    }
    for (Object version : List.of(1, true, List.of("1"), Map.of(), raw("null"))) {
      claim(
          "a consent's version " + JsonText.of(version),
          "consent",
          Map.of("health-processing", version),
          Rule.CONSENT);
    }
    for (Object addr : List.of("cycle", 1, true, List.of(), raw("null"))) {
      claim("addr " + JsonText.of(addr), "addr", addr, Rule.ADDR);
    }
  }

  private void forms() {
    String right = Ground.token();
    String[] parts = right.split("\\.");
    add(
        "padded header",
        parts[0] + "=." + parts[1] + "." + parts[2],
        Rule.TOKEN_FORM,
        Rule.TOKEN_SIGNATURE);
    add("padded signature", right + "==", Rule.TOKEN_FORM);
    add("a space before it", " " + right, Rule.TOKEN_FORM);
    add("a space after it", right + " ", Rule.TOKEN_FORM);
    add("a tab after it", right + "\t", Rule.TOKEN_FORM);
    add("a star in the signature", right + "*", Rule.TOKEN_FORM);
    add("a letter of another script", right + "é", Rule.TOKEN_FORM);
    add("unused bits in the signature", unusedBit(right), Rule.TOKEN_FORM);
    add("a fourth segment", right + ".AAAA", Rule.TOKEN_FORM);
    add("a dot at the end", right + ".", Rule.TOKEN_FORM);
    add("two segments", parts[0] + "." + parts[1]);
    add("one segment", parts[0]);
    add("five segments", "A.A.A.A.A");
    add("nothing", "");
    add("dots", "..");
    add("a refresh token", "A".repeat(43));
    add("a URL", "https://api.example/v1/account");
    claim("more than 4 KiB", "more", "m".repeat(4096), Rule.TOKEN_SIZE);
    add("a megabyte", "A".repeat(1 << 20));
  }

  private void json() {
    BadJson.signed(
        JsonText.of(TOKENS.header()),
        JsonText.of(Ground.tokenClaims()),
        TOKENS::signature,
        (name, token) -> add(name, token, Rule.TOKEN_JSON),
        (name, token) -> add(name, token, Rule.TOKEN_JSON, Rule.TOKEN_HEADER),
        this::add);
  }

  /** The same bytes in a text whose last letter has an unused bit set. */
  static String unusedBit(String text) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = letters.indexOf(text.charAt(text.length() - 1));
    return text.substring(0, text.length() - 1) + letters.charAt(last ^ 1);
  }

  static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
