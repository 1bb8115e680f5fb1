package app.lunaria.kit.caller.jws;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.MalformedBase64UrlException;
import app.lunaria.envelope.signature.Signatures;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A public key on P-256 as a proof carries it, for ES256 (RFC 7518 sections 3.4 and 6.2.1). The
 * point was checked to be on the curve; P-256 has no others that would have to be refused.
 */
public final class Es256Key {
  private static final int COORDINATE = 32;
  private static final Set<String> JWK = Set.of("kty", "crv", "x", "y");

  private final ECPublicKey key;
  private final byte[] thumbprint;

  private Es256Key(ECPublicKey key, byte[] thumbprint) {
    this.key = key;
    this.thumbprint = thumbprint;
  }

  /** Empty unless the members are exactly {@code kty}, {@code crv}, {@code x}, {@code y}. */
  public static Optional<Es256Key> ofJwk(Members jwk) {
    if (!jwk.names().equals(JWK) || !jwk.isText("kty", "EC") || !jwk.isText("crv", "P-256")) {
      return Optional.empty();
    }
    return jwk.text("x").flatMap(x -> jwk.text("y").flatMap(y -> ofCoordinates(x, y)));
  }

  private static Optional<Es256Key> ofCoordinates(String x, String y) {
    return coordinate(x)
        .flatMap(left -> coordinate(y).map(right -> new ECPoint(left, right)))
        .filter(P256::contains)
        .map(point -> new Es256Key(P256.key(point), thumbprint(x, y)));
  }

  private static Optional<BigInteger> coordinate(String text) {
    try {
      byte[] bytes = Base64Url.decode(text);
      return bytes.length == COORDINATE ? Optional.of(new BigInteger(1, bytes)) : Optional.empty();
    } catch (MalformedBase64UrlException malformed) {
      return Optional.empty();
    }
  }

  /** RFC 7638; the coordinates are strict base64url, so each key has one text. */
  private static byte[] thumbprint(String x, String y) {
    String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
    return Digest.sha256(canonical.getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code jkt}, 32 bytes (RFC 9449 section 6.1). */
  public byte[] thumbprint() {
    return thumbprint.clone();
  }

  /** Whether this key signed what the JWS carries. The signature is r ‖ s, 32 bytes each. */
  public boolean verifies(CompactJws jws, Signatures signatures) {
    return verifies(jws.signed(), jws.signature(), signatures);
  }

  boolean verifies(byte[] signed, byte[] signature, Signatures signatures) {
    return signature.length == 2 * COORDINATE
        && P256.isScalar(Arrays.copyOfRange(signature, 0, COORDINATE))
        && P256.isScalar(Arrays.copyOfRange(signature, COORDINATE, 2 * COORDINATE))
        && signatures.verifiesEs256(key, signed, signature);
  }

  /** Hidden: a key names a person's device. */
  @Override
  public String toString() {
    return "‹Es256Key›";
  }

  /** The curve y² = x³ + ax + b (FIPS 186 and SP 800-186, P-256). */
  private static final class P256 {
    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger P = ((ECFieldFp) CURVE.getCurve().getField()).getP();

    static boolean contains(ECPoint point) {
      BigInteger x = point.getAffineX();
      BigInteger y = point.getAffineY();
      if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0) {
        return false;
      }
      BigInteger a = CURVE.getCurve().getA();
      BigInteger b = CURVE.getCurve().getB();
      return y.multiply(y).mod(P).equals(x.multiply(x).add(a).multiply(x).add(b).mod(P));
    }

    /** 1 to n − 1. */
    static boolean isScalar(byte[] bytes) {
      BigInteger value = new BigInteger(1, bytes);
      return value.signum() > 0 && value.compareTo(CURVE.getOrder()) < 0;
    }

    static ECPublicKey key(ECPoint point) {
      try {
        return (ECPublicKey)
            KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException("this Java has no P-256", missing);
      }
    }

    private static ECParameterSpec curve() {
      try {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException("this Java has no P-256", missing);
      }
    }
  }
}
