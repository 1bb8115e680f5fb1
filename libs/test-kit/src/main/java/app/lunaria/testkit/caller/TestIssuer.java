package app.lunaria.testkit.caller;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An issuer of access tokens (formats.md section 6) with a key of its own, PS256 over 2048 bits.
 */
public final class TestIssuer {
  private final String issuer;
  private final String kid;
  private final KeyPair pair;

  private TestIssuer(String issuer, String kid, KeyPair pair) {
    this.issuer = issuer;
    this.kid = kid;
    this.pair = pair;
  }

  public static TestIssuer of(String issuer, String kid) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new TestIssuer(issuer, kid, generator.generateKeyPair());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  public String kid() {
    return kid;
  }

  public RSAPublicKey publicKey() {
    return (RSAPublicKey) pair.getPublic();
  }

  /** Its public key as a JWK set (RFC 7517, section 5). */
  public String keySet() {
    return """
        {"keys":[{"kty":"RSA","kid":"%s","alg":"PS256","use":"sig","n":"%s","e":"%s"}]}"""
        .formatted(
            kid, unsigned(publicKey().getModulus()), unsigned(publicKey().getPublicExponent()));
  }

  /** Base64urlUInt (RFC 7518, section 2). */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return ProofKey.base64url(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  /** A right token of ten minutes. */
  public String token(String subject, String service, String jkt, Instant at) {
    return sign(header(), claims(subject, service, jkt, at));
  }

  /** The header of a right token, to be changed. */
  public Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "PS256");
    header.put("typ", "at+jwt");
    header.put("kid", kid);
    return header;
  }

  /** The claims of a right token, to be changed. */
  public Map<String, Object> claims(String subject, String service, String jkt, Instant at) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", "https://lunaria.app/services/" + service);
    claims.put("sub", subject);
    claims.put("iat", at.getEpochSecond());
    claims.put("exp", at.getEpochSecond() + 600);
    claims.put("jti", ProofKey.randomId());
    claims.put("client_id", "lunaria-app");
    claims.put("cnf", new LinkedHashMap<>(Map.of("jkt", jkt)));
    claims.put("consent", new LinkedHashMap<>(Map.of("health-processing", "1")));
    return claims;
  }

  public String sign(Map<String, ?> header, Map<String, ?> claims) {
    return sign(JsonText.of(header), JsonText.of(claims));
  }

  /** Signs whatever header and payload are, right or wrong. */
  public String sign(String header, String payload) {
    String signed = ProofKey.base64url(header) + "." + ProofKey.base64url(payload);
    return signed + "." + ProofKey.base64url(signature(signed));
  }

  /** PS256 over the signing input. */
  public byte[] signature(String signed) {
    return signature(signed, "SHA-256", 32);
  }

  /** PSS with another hash or another salt. */
  public byte[] signature(String signed, String hash, int salt) {
    try {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
      return signed(pss, signed);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** RS256 over the signing input, with the same key. */
  public byte[] rs256(String signed) {
    try {
      return signed(Signature.getInstance("SHA256withRSA"), signed);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private byte[] signed(Signature signature, String signed) throws GeneralSecurityException {
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signature.sign();
  }
}
