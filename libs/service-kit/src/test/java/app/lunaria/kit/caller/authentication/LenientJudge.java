package app.lunaria.kit.caller.authentication;

import static app.lunaria.kit.caller.Ground.NOW;

import app.lunaria.kit.caller.Ground;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A second, plainer judge of requests that can be told to leave rules out: so the table of wrong
 * requests can show that it would notice. It reads with lax tools, unless a rule forbids that.
 */
final class LenientJudge {
  private static final ObjectMapper LAX = new ObjectMapper();

  private final Set<Rule> leftOut;

  LenientJudge(Set<Rule> leftOut) {
    this.leftOut = EnumSet.noneOf(Rule.class);
    this.leftOut.addAll(leftOut);
  }

  private boolean holds(Rule rule, BooleanSupplier check) {
    return leftOut.contains(rule) || check.getAsBoolean();
  }

  boolean accepts(Request request) {
    List<String> headers = request.authorization();
    if (headers.isEmpty() || request.proofs().isEmpty()) {
      return false;
    }
    String[] shown = headers.getFirst().split(" ", 2);
    return shown.length == 2
        && holds(Rule.AUTHORIZATION_ONCE, () -> headers.size() == 1)
        && holds(Rule.SCHEME, () -> shown[0].equalsIgnoreCase("DPoP"))
        && holds(Rule.PROOF_ONCE, () -> request.proofs().size() == 1)
        && accepts(request, shown[1], request.proofs().getFirst());
  }

  private boolean accepts(Request request, String tokenText, String proofText) {
    try {
      LaxJws token = LaxJws.of(tokenText);
      LaxJws proof = LaxJws.of(proofText);
      return holds(Rule.TOKEN_FORM, token::isCanonical)
          && holds(Rule.TOKEN_SIZE, () -> tokenText.length() <= 4096)
          && holds(Rule.TOKEN_JSON, token::isStrictJson)
          && holds(Rule.PROOF_FORM, proof::isCanonical)
          && holds(Rule.PROOF_SIZE, () -> proofText.length() <= 4096)
          && holds(Rule.PROOF_JSON, proof::isStrictJson)
          && acceptsToken(token)
          && acceptsProof(proof, request, tokenText)
          && holds(Rule.BINDING, () -> isBound(token, proof));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private boolean acceptsToken(LaxJws token) {
    JsonNode header = token.header();
    JsonNode claims = token.payload();
    return holds(Rule.TOKEN_HEADER, () -> names(header).equals(Set.of("alg", "typ", "kid")))
        && holds(Rule.TOKEN_ALG, () -> isText(header, "alg", "PS256"))
        && holds(Rule.TOKEN_TYP, () -> isText(header, "typ", "at+jwt"))
        && holds(Rule.TOKEN_KID, () -> isText(header, "kid", Ground.TOKENS.kid()))
        && holds(Rule.TOKEN_SIGNATURE, () -> token.isPs256(Ground.TOKENS.publicKey()))
        && holds(Rule.ISS, () -> isText(claims, "iss", Ground.ISSUER))
        && holds(Rule.AUD, () -> isText(claims, "aud", "https://lunaria.app/services/user"))
        && holds(Rule.SUB, () -> isSubject(claims.path("sub")))
        && holds(Rule.LIFE, () -> lives(claims))
        && holds(Rule.ISSUED, () -> number(claims, "iat", 0).compareTo(seconds(NOW, 10)) <= 0)
        && holds(
            Rule.EXPIRED,
            () -> number(claims, "exp", Long.MAX_VALUE).compareTo(seconds(NOW, 0)) > 0)
        && holds(Rule.TOKEN_JTI, () -> matches(claims, "jti", "[!-~]{1,128}"))
        && holds(Rule.CLIENT_ID, () -> matches(claims, "client_id", "[!-~]{1,128}"))
        && holds(
            Rule.CNF,
            () ->
                names(claims.path("cnf")).equals(Set.of("jkt"))
                    && matches(claims.path("cnf"), "jkt", "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]"))
        && holds(Rule.CONSENT, () -> isConsent(claims))
        && holds(Rule.ADDR, () -> !claims.has("addr") || claims.get("addr").isObject());
  }

  private boolean acceptsProof(LaxJws proof, Request request, String token) {
    JsonNode header = proof.header();
    JsonNode claims = proof.payload();
    JsonNode jwk = header.path("jwk");
    String url = Ground.ORIGIN + request.path();
    return holds(Rule.PROOF_HEADER, () -> names(header).equals(Set.of("typ", "alg", "jwk")))
        && holds(Rule.PROOF_TYP, () -> isText(header, "typ", "dpop+jwt"))
        && holds(Rule.PROOF_ALG, () -> isText(header, "alg", "ES256"))
        && holds(Rule.JWK, () -> LaxKey.isStrict(jwk))
        && holds(Rule.CURVE, () -> LaxKey.isOnCurve(jwk))
        && holds(Rule.PROOF_SIGNATURE, () -> LaxKey.verifies(jwk, proof))
        && holds(Rule.JTI, () -> matches(claims, "jti", "[!-~]{16,128}"))
        && holds(Rule.HTM, () -> isText(claims, "htm", request.method()))
        && holds(Rule.HTU, () -> isText(claims, "htu", url))
        && holds(Rule.IAT, () -> isTimely(claims.path("iat")))
        && holds(Rule.ATH, () -> isText(claims, "ath", LaxKey.sha256(token)));
  }

  private static boolean isBound(LaxJws token, LaxJws proof) {
    JsonNode jkt = token.payload().path("cnf").path("jkt");
    return jkt.isTextual() && jkt.textValue().equals(LaxKey.thumbprint(proof.header().path("jwk")));
  }

  private static boolean lives(JsonNode claims) {
    if (!claims.path("iat").canConvertToLong()
        || !claims.path("exp").canConvertToLong()
        || !claims.path("iat").isIntegralNumber()
        || !claims.path("exp").isIntegralNumber()) {
      return false;
    }
    BigInteger life =
        claims.get("exp").bigIntegerValue().subtract(claims.get("iat").bigIntegerValue());
    return claims.get("iat").longValue() >= 0
        && life.signum() > 0
        && life.compareTo(BigInteger.valueOf(600)) <= 0;
  }

  private static boolean isTimely(JsonNode iat) {
    return iat.isIntegralNumber()
        && iat.bigIntegerValue().compareTo(seconds(NOW, -60)) >= 0
        && iat.bigIntegerValue().compareTo(seconds(NOW, 10)) <= 0;
  }

  private static BigInteger seconds(Instant instant, long more) {
    return BigInteger.valueOf(instant.getEpochSecond() + more);
  }

  /** As lax libraries do it: a text is parsed, a fraction cut. */
  private static BigInteger number(JsonNode claims, String name, long otherwise) {
    JsonNode value = claims.path(name);
    return value.isIntegralNumber()
        ? value.bigIntegerValue()
        : BigInteger.valueOf(value.asLong(otherwise));
  }

  private static boolean isSubject(JsonNode sub) {
    return sub.isTextual()
        && sub.textValue().matches("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
        && !sub.textValue().equals("A".repeat(43));
  }

  private static boolean isConsent(JsonNode claims) {
    JsonNode consent = claims.path("consent");
    return consent.isMissingNode()
        || (consent.isObject()
            && consent.properties().stream().allMatch(one -> one.getValue().isTextual()));
  }

  private static boolean isText(JsonNode node, String name, String expected) {
    return node.path(name).isTextual() && node.path(name).textValue().equals(expected);
  }

  private static boolean matches(JsonNode node, String name, String form) {
    return node.path(name).isTextual() && node.path(name).textValue().matches(form);
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Bytes as JSON, guessed and mended where that is possible. */
  static JsonNode lax(byte[] json) throws IOException {
    try {
      return LAX.readTree(json);
    } catch (JsonProcessingException unreadable) {
      return LAX.readTree(new String(json, StandardCharsets.UTF_8));
    }
  }
}
