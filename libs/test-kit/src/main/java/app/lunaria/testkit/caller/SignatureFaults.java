package app.lunaria.testkit.caller;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Proofs that say the right things, with a signature or a key on which providers of signatures
 * disagree how to refuse it: some answer no, some throw, some throw what they do not declare.
 */
public final class SignatureFaults {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final BigInteger FIELD =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final int HALF = 32;

  private final ProofKey key;
  private final Map<String, Object> claims;
  private final Map<String, String> proofs = new LinkedHashMap<>();

  private SignatureFaults(ProofKey key, Map<String, Object> claims) {
    this.key = key;
    this.claims = claims;
  }

  /** Each proof by what is wrong with it. */
  public static Map<String, String> of(ProofKey key, Map<String, Object> claims) {
    SignatureFaults faults = new SignatureFaults(key, claims);
    faults.signatures();
    faults.keys();
    return faults.proofs;
  }

  private void signatures() {
    String signed = signed(key.jwk());
    byte[] right = key.signature(signed);
    byte[] r = Arrays.copyOf(right, HALF);
    byte[] s = Arrays.copyOfRange(right, HALF, 2 * HALF);
    for (int length : new int[] {0, 1, HALF, 2 * HALF - 1, 2 * HALF + 1, 3 * HALF, 4 * HALF}) {
      put("a signature of " + length + " bytes", signed, Arrays.copyOf(right, length));
    }
    put("r is 0", signed, join(new byte[HALF], s));
    put("s is 0", signed, join(r, new byte[HALF]));
    put("r and s are 0", signed, new byte[2 * HALF]);
    put("r is the order", signed, join(bytes(ORDER), s));
    put("s is the order", signed, join(r, bytes(ORDER)));
    put("s is too large", signed, join(r, bytes(BigInteger.TWO.pow(256).subtract(BigInteger.ONE))));
    put("over another text", signed, key.signature(signed + "x"));
  }

  private void keys() {
    String x = coordinate("x");
    String one = ProofKey.base64url(bytes(BigInteger.ONE));
    String zero = ProofKey.base64url(new byte[HALF]);
    withKey("a point beside the curve", "P-256", x, one);
    withKey("the point 0, 0", "P-256", zero, zero);
    withKey(
        "a coordinate of the size of the field", "P-256", ProofKey.base64url(bytes(FIELD)), one);
    withKey("a coordinate of 31 bytes", "P-256", ProofKey.base64url(new byte[HALF - 1]), one);
    withKey("another curve by name", "P-384", x, coordinate("y"));
    String long48 = ProofKey.base64url(new byte[48]);
    withKey("another curve", "P-384", long48, long48);
    withKey("another person's key", ProofKey.random().jwk());
  }

  private String coordinate(String name) {
    return Objects.requireNonNull(key.jwk().get(name)).toString();
  }

  private void withKey(String name, String curve, String x, String y) {
    Map<String, Object> jwk = key.jwk();
    jwk.put("crv", curve);
    jwk.put("x", x);
    jwk.put("y", y);
    withKey(name, jwk);
  }

  private void withKey(String name, Map<String, Object> jwk) {
    String signed = signed(jwk);
    put(name, signed, key.signature(signed));
  }

  private String signed(Map<String, Object> jwk) {
    Map<String, Object> header = key.header();
    header.put("jwk", jwk);
    return ProofKey.base64url(JsonText.of(header)) + "." + ProofKey.base64url(JsonText.of(claims));
  }

  private void put(String name, String signed, byte[] signature) {
    proofs.put(name, signed + "." + ProofKey.base64url(signature));
  }

  private static byte[] bytes(BigInteger value) {
    byte[] padded = new byte[HALF];
    byte[] bytes = value.toByteArray();
    int length = Math.min(bytes.length, HALF);
    System.arraycopy(bytes, bytes.length - length, padded, HALF - length, length);
    return padded;
  }

  private static byte[] join(byte[] left, byte[] right) {
    byte[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }
}
