package app.lunaria.kit.caller.authentication;

import static app.lunaria.kit.caller.Ground.KEY;
import static app.lunaria.kit.caller.authentication.WrongTokens.base64;
import static app.lunaria.kit.caller.authentication.WrongValues.raw;
import static app.lunaria.kit.caller.authentication.WrongValues.with;

import app.lunaria.kit.caller.Ground;
import app.lunaria.testkit.caller.JsonText;
import app.lunaria.testkit.caller.ProofKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Wrong proofs, each with a right token. */
final class WrongProofs {
  private static final long NOW = Ground.NOW.getEpochSecond();

  private final String token = Ground.token();
  private final List<WrongRequest> all = new ArrayList<>();

  static List<WrongRequest> all() {
    WrongProofs proofs = new WrongProofs();
    proofs.headers();
    proofs.keys();
    proofs.claims();
    proofs.times();
    proofs.forms();
    proofs.json();
    return Stream.concat(proofs.all.stream(), new ForgedProofs(proofs.token).all().stream())
        .toList();
  }

  private void add(String name, String proof, Rule... faults) {
    all.add(wrong(name, token, proof, faults));
  }

  static WrongRequest wrong(String name, String token, String proof, Rule... faults) {
    return WrongRequest.of(
        "proof: " + name, Refusal.INVALID_PROOF, Request.of(token, proof), faults);
  }

  private void header(String name, Map<String, Object> header, Rule... faults) {
    add(name, KEY.sign(header, Ground.proofClaims(token)), faults);
  }

  private void claims(String name, Map<String, Object> claims, Rule... faults) {
    add(name, KEY.sign(KEY.header(), claims), faults);
  }

  private void claim(String name, String member, Object value, Rule... faults) {
    claims(name, with(Ground.proofClaims(token), member, value), faults);
  }

  private void headers() {
    Map<String, Rule> rules = Map.of("typ", Rule.PROOF_TYP, "alg", Rule.PROOF_ALG);
    rules.forEach(
        (member, rule) ->
            WrongValues.each(
                KEY.header(),
                member,
                (name, header) -> header(name, header, rule, Rule.PROOF_HEADER)));
    for (String typ : List.of("JWT", "at+jwt", "DPoP+JWT", "application/dpop+jwt", "dpop")) {
      header("typ " + typ, with(KEY.header(), "typ", typ), Rule.PROOF_TYP);
    }
    for (String alg : List.of("none", "es256", "ES384", "PS256", "RS256", "HS256", "EdDSA")) {
      header("alg " + alg, with(KEY.header(), "alg", alg), Rule.PROOF_ALG);
    }
    Map<String, Object> foreign = new LinkedHashMap<>();
    foreign.put("kid", "1");
    foreign.put("crit", List.of("htm"));
    foreign.put("b64", true);
    foreign.put("jku", "https://evil.example/jwks");
    foreign.put("x5c", List.of("MIIB"));
    foreign.put("d", "AAAA");
    foreign.put("zip", "DEF");
    foreign.forEach(
        (member, value) ->
            header("header " + member, with(KEY.header(), member, value), Rule.PROOF_HEADER));
  }

  private void jwk(String name, Map<String, Object> jwk, Rule... faults) {
    header("jwk " + name, with(KEY.header(), "jwk", jwk), faults);
  }

  private void keys() {
    Rule[] anotherKey = {
      Rule.PROOF_HEADER, Rule.JWK, Rule.CURVE, Rule.PROOF_SIGNATURE, Rule.BINDING
    };
    WrongValues.each(KEY.header(), "jwk", (name, header) -> header(name, header, anotherKey));
    for (String member : List.of("kty", "crv", "x", "y")) {
      WrongValues.each(KEY.jwk(), member, (name, jwk) -> jwk(name, jwk, anotherKey));
    }
    for (String crv : List.of("P-384", "p-256", "secp256r1", "secp256k1", "Ed25519")) {
      jwk("crv " + crv, with(KEY.jwk(), "crv", crv), Rule.JWK);
    }
    for (String kty : List.of("RSA", "OKP", "oct", "ec")) {
      jwk("kty " + kty, with(KEY.jwk(), "kty", kty), Rule.JWK);
    }
    for (String member : List.of("d", "k", "alg", "use", "key_ops", "kid", "x5c", "n", "")) {
      jwk("with " + member, with(KEY.jwk(), member, "ES256"), Rule.JWK);
    }
    String x = (String) KEY.jwk().get("x");
    jwk("x padded", with(KEY.jwk(), "x", x + "="), Rule.JWK);
    jwk("x with unused bits", with(KEY.jwk(), "x", WrongTokens.unusedBit(x)), Rule.JWK);
    jwk("x with a zero byte more", with(KEY.jwk(), "x", "AA" + x), anotherKey);
    jwk("x cut", with(KEY.jwk(), "x", x.substring(4)), anotherKey);
    // A key that nobody holds, since it is no point: only the curve's equation sees it.
    jwk(
        "x and y the same",
        with(KEY.jwk(), "y", x),
        Rule.CURVE,
        Rule.PROOF_SIGNATURE,
        Rule.BINDING);
    jwk(
        "the origin",
        with(with(KEY.jwk(), "x", "A".repeat(43)), "y", "A".repeat(43)),
        Rule.CURVE,
        Rule.PROOF_SIGNATURE,
        Rule.BINDING);
    String most = base64(bytes32(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE)));
    jwk(
        "coordinates above p",
        with(with(KEY.jwk(), "x", most), "y", most),
        Rule.CURVE,
        Rule.PROOF_SIGNATURE,
        Rule.BINDING);
    ProofKey another = ProofKey.random();
    all.add(
        WrongRequest.of(
            "proof: another key's, signed by it",
            Refusal.INVALID_TOKEN,
            Request.of(token, another.sign(another.header(), Ground.proofClaims(token))),
            Rule.BINDING));
    jwk("another key's, signed by ours", another.jwk(), Rule.PROOF_SIGNATURE, Rule.BINDING);
  }

  private void claims() {
    Map<String, Rule> rules =
        Map.of("jti", Rule.JTI, "htm", Rule.HTM, "htu", Rule.HTU, "ath", Rule.ATH);
    rules.forEach(
        (member, rule) ->
            WrongValues.each(
                Ground.proofClaims(token), member, (name, claims) -> claims(name, claims, rule)));
    for (String jti :
        List.of(
            "j".repeat(15),
            "j".repeat(129),
            "j".repeat(16) + " ",
            "j".repeat(16) + "\n",
            "j".repeat(16) + "\u007f",
            "j".repeat(16) + "é",
            "\u0000".repeat(16),
            "𝒿".repeat(16))) {
      claim("jti " + jti, "jti", jti, Rule.JTI);
    }
    for (String htm : List.of("POST", "get", "HEAD", "GET ", "G\u0000ET")) {
      claim("htm " + htm, "htm", htm, Rule.HTM);
    }
    for (String htu :
        List.of(
            Ground.ORIGIN,
            Ground.ORIGIN + "/",
            Ground.URL + "/",
            Ground.URL + "?a=b",
            Ground.URL + "#",
            Ground.ORIGIN + "/v1/accounts",
            Ground.ORIGIN + "/v1//account",
            Ground.ORIGIN + "/v1/%61ccount",
            Ground.ORIGIN + "/v1/x/../account",
            "/v1/account",
            "http://api.example/v1/account",
            "HTTPS://api.example/v1/account",
            "https://API.example/v1/account",
            "https://api.example:443/v1/account",
            "https://user@api.example/v1/account",
            "https://api.example.evil.example/v1/account",
            " " + Ground.URL)) {
      claim("htu " + htu, "htu", htu, Rule.HTU);
    }
    claim("ath of another token", "ath", athOf(Ground.token()), Rule.ATH);
    claim("ath padded", "ath", athOf(token) + "=", Rule.ATH);
    claim("ath in hex", "ath", "00".repeat(32), Rule.ATH);
    claim("the token as ath", "ath", token, Rule.ATH);
  }

  private static Object athOf(String token) {
    return ProofKey.claims("GET", Ground.URL, Ground.NOW, Optional.of(token)).get("ath");
  }

  private void times() {
    WrongValues.each(
        Ground.proofClaims(token), "iat", (name, claims) -> claims(name, claims, Rule.IAT));
    for (long iat :
        List.of(
            NOW - 61,
            NOW - 3600,
            NOW + 11,
            NOW + 86_400,
            0L,
            -NOW,
            NOW * 1000,
            Long.MAX_VALUE,
            Long.MIN_VALUE)) {
      claim("iat " + iat, "iat", iat, Rule.IAT);
    }
    for (String iat : List.of(NOW + ".0", NOW + "e0", NOW + ".5", "\"" + NOW + "\"", "1e400")) {
      claim("iat written " + iat, "iat", raw(iat), Rule.IAT, Rule.PROOF_JSON);
    }
    claim("iat above long", "iat", raw("18446744073709551616"), Rule.IAT);
  }

  private void forms() {
    String right = Ground.proof(token);
    String[] parts = right.split("\\.");
    add("padded signature", right + "==", Rule.PROOF_FORM);
    add("a space before it", " " + right, Rule.PROOF_FORM);
    add("a space after it", right + " ", Rule.PROOF_FORM);
    add("a star in the signature", right + "*", Rule.PROOF_FORM);
    add("unused bits in the signature", WrongTokens.unusedBit(right), Rule.PROOF_FORM);
    add("a fourth segment", right + ".AAAA", Rule.PROOF_FORM);
    add("two segments", parts[0] + "." + parts[1]);
    add("one segment", parts[0]);
    add("a dot", ".");
    add("x.y", "x.y");
    add("nothing", "");
    add("the access token", token);
    add("two in one header", right + "," + Ground.proof(token));
    claim("more than 4 KiB", "more", "m".repeat(4096), Rule.PROOF_SIZE);
    add("a megabyte", "A".repeat(1 << 20));
  }

  private void json() {
    BadJson.signed(
        JsonText.of(KEY.header()),
        JsonText.of(Ground.proofClaims(token)),
        KEY::signature,
        (name, proof) -> add(name, proof, Rule.PROOF_JSON),
        (name, proof) -> add(name, proof, Rule.PROOF_JSON, Rule.PROOF_HEADER),
        this::add);
  }

  static byte[] bytes32(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] padded = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
    return padded;
  }
}
