package app.lunaria.acceptance.client;

import app.lunaria.acceptance.client.transport.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * An app's own P-256 key, whose possession it proves with each request (DPoP, RFC 9449; signed with
 * ES256, RFC 7518 section 3.4). Kept as a private JWK; {@code toString} shows the thumbprint.
 */
public final class ProofKey {
  private static final String CURVE = "secp256r1";
  private static final int FIELD = 32;

  private final PrivateKey privateKey;
  private final String d;
  private final String x;
  private final String y;
  private final SecureRandom random;

  private ProofKey(PrivateKey privateKey, String d, String x, String y, SecureRandom random) {
    this.privateKey = privateKey;
    this.d = d;
    this.x = x;
    this.y = y;
    this.random = random;
  }

  public static ProofKey generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE), random);
      KeyPair pair = generator.generateKeyPair();
      ECPublicKey point = (ECPublicKey) pair.getPublic();
      return new ProofKey(
          pair.getPrivate(),
          number(((ECPrivateKey) pair.getPrivate()).getS()),
          number(point.getW().getAffineX()),
          number(point.getW().getAffineY()),
          random);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no P-256", impossible);
    }
  }

  /** The key that {@link #toJwk} wrote; an {@code IllegalArgumentException} when it is none. */
  public static ProofKey fromJwk(String text, SecureRandom random) {
    try {
      JsonNode jwk = Json.read(text);
      String d = member(jwk, "d");
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec(CURVE));
      PrivateKey key =
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new ECPrivateKeySpec(
                      new BigInteger(1, Base64.getUrlDecoder().decode(d)),
                      curve.getParameterSpec(ECParameterSpec.class)));
      return new ProofKey(key, d, member(jwk, "x"), member(jwk, "y"), random);
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("not a private P-256 JWK");
    }
  }

  private static String member(JsonNode jwk, String name) {
    String text = jwk.path(name).asText();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("not a private P-256 JWK");
    }
    return text;
  }

  /** The private key as a JWK: a secret. */
  public String toJwk() {
    return publicJwk().put("d", d).toString();
  }

  /** RFC 7638. */
  public String thumbprint() {
    return text(
        sha256("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y)));
  }

  /**
   * A proof for one request: method, address without its query, and the token when one is shown
   * with it.
   */
  public String proof(String method, URI address, Optional<String> token, Instant at) {
    ObjectNode header = Json.object();
    header.put("typ", "dpop+jwt").put("alg", "ES256").set("jwk", publicJwk());
    ObjectNode claims = Json.object();
    claims.put("jti", fresh()).put("htm", method).put("htu", withoutQuery(address));
    claims.put("iat", at.getEpochSecond());
    token.ifPresent(shown -> claims.put("ath", text(sha256(shown))));
    String signed = text(utf8(header.toString())) + "." + text(utf8(claims.toString()));
    return signed + "." + text(sign(utf8(signed)));
  }

  private static String withoutQuery(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
  }

  private ObjectNode publicJwk() {
    return Json.object().put("kty", "EC").put("crv", "P-256").put("x", x).put("y", y);
  }

  private String fresh() {
    byte[] jti = new byte[16];
    random.nextBytes(jti);
    return text(jti);
  }

  private byte[] sign(byte[] input) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(privateKey, random);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no ES256", impossible);
    }
  }

  private static byte[] sha256(String input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(utf8(input));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  private static String number(BigInteger coordinate) {
    byte[] signed = coordinate.toByteArray();
    byte[] fixed = new byte[FIELD];
    int length = Math.min(signed.length, FIELD);
    System.arraycopy(signed, signed.length - length, fixed, FIELD - length, length);
    return text(fixed);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "ProofKey[" + thumbprint() + "]";
  }
}
