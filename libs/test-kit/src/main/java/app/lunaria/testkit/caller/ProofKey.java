package app.lunaria.testkit.caller;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The P-256 key of an app, as a phone keeps one: makes DPoP proofs (RFC 9449). */
public final class ProofKey {
  private final KeyPair pair;

  private ProofKey(KeyPair pair) {
    this.pair = pair;
  }

  public static ProofKey random() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new ProofKey(generator.generateKeyPair());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** The public key as a JWK: kty, crv, x, y. */
  public Map<String, Object> jwk() {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "EC");
    jwk.put("crv", "P-256");
    jwk.put("x", base64url(coordinate(key.getW().getAffineX())));
    jwk.put("y", base64url(coordinate(key.getW().getAffineY())));
    return jwk;
  }

  /** RFC 7638, as {@code cnf.jkt} writes it. */
  public String thumbprint() {
    Map<String, Object> jwk = jwk();
    return hash(
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(jwk.get("x"), jwk.get("y")));
  }

  /**
   * A right proof with a jti of its own.
   *
   * @param url origin and raw path
   * @param accessToken the token it is shown with; empty at the token endpoint
   */
  public String proof(String method, String url, Instant at, Optional<String> accessToken) {
    return sign(header(), claims(method, url, at, accessToken));
  }

  /** The header of a right proof, to be changed. */
  public Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", "dpop+jwt");
    header.put("alg", "ES256");
    header.put("jwk", jwk());
    return header;
  }

  /** The claims of a right proof, to be changed. */
  public static Map<String, Object> claims(
      String method, String url, Instant at, Optional<String> accessToken) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", randomId());
    claims.put("htm", method);
    claims.put("htu", url);
    claims.put("iat", at.getEpochSecond());
    accessToken.ifPresent(token -> claims.put("ath", hash(token)));
    return claims;
  }

  public String sign(Map<String, ?> header, Map<String, ?> claims) {
    return sign(JsonText.of(header), JsonText.of(claims));
  }

  /** Signs whatever header and payload are, right or wrong. */
  public String sign(String header, String payload) {
    String signed = base64url(header) + "." + base64url(payload);
    return signed + "." + base64url(signature(signed));
  }

  /** r ‖ s over the signing input. */
  public byte[] signature(String signed) {
    try {
      Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
      es256.initSign(pair.getPrivate());
      es256.update(signed.getBytes(StandardCharsets.US_ASCII));
      return es256.sign();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static String randomId() {
    byte[] id = new byte[16];
    new SecureRandom().nextBytes(id);
    return base64url(id);
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] padded = new byte[32];
    byte[] bytes = value.toByteArray();
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
    return padded;
  }

  private static String hash(String text) {
    try {
      return base64url(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static String base64url(String text) {
    return base64url(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
