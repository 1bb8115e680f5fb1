package app.lunaria.kit.caller.jws;

import app.lunaria.envelope.signature.Signatures;
import java.security.interfaces.RSAPublicKey;

/** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 7518 section 3.5). */
public final class Ps256 {
  private static final int MIN_BITS = 2048;

  private Ps256() {}

  /** Whether the key, of 2048 bits or more, signed what the JWS carries. */
  public static boolean verifies(RSAPublicKey key, CompactJws jws, Signatures signatures) {
    return verifies(key, jws.signed(), jws.signature(), signatures);
  }

  static boolean verifies(
      RSAPublicKey key, byte[] signed, byte[] signature, Signatures signatures) {
    return key.getModulus().bitLength() >= MIN_BITS
        && signatures.verifiesPs256(key, signed, signature);
  }
}
