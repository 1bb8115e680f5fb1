package app.lunaria.kit.caller.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** A proof's key as a lax library reads it. */
final class LaxKey {
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

  private LaxKey() {}

  static boolean isStrict(JsonNode jwk) {
    Set<String> names = new HashSet<>();
    jwk.fieldNames().forEachRemaining(names::add);
    return names.equals(Set.of("kty", "crv", "x", "y"))
        && jwk.get("kty").asText().equals("EC")
        && jwk.get("crv").asText().equals("P-256")
        && isCoordinate(jwk.get("x"))
        && isCoordinate(jwk.get("y"));
  }

  private static boolean isCoordinate(JsonNode value) {
    return value.isTextual() && value.textValue().matches("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");
  }

  static boolean isOnCurve(JsonNode jwk) {
    BigInteger x = coordinate(jwk, "x");
    BigInteger y = coordinate(jwk, "y");
    BigInteger right = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(P);
    return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.pow(2).mod(P).equals(right);
  }

  private static BigInteger coordinate(JsonNode jwk, String name) {
    return new BigInteger(1, LaxJws.decode(jwk.path(name).asText("")));
  }

  static boolean verifies(JsonNode jwk, LaxJws proof) {
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECPoint point = new ECPoint(coordinate(jwk, "x"), coordinate(jwk, "y"));
      Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
      es256.initVerify(
          KeyFactory.getInstance("EC")
              .generatePublic(
                  new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
      es256.update(proof.signed());
      return es256.verify(proof.signature());
    } catch (GeneralSecurityException invalid) {
      return false;
    }
  }

  static String thumbprint(JsonNode jwk) {
    return sha256(
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(
                base64(WrongProofs.bytes32(coordinate(jwk, "x"))),
                base64(WrongProofs.bytes32(coordinate(jwk, "y")))));
  }

  static String sha256(String text) {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
