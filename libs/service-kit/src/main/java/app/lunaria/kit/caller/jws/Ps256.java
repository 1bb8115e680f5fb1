package app.lunaria.kit.caller.jws;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 7518 section 3.5). */
public final class Ps256 {
  private static final int MIN_BITS = 2048;
  private static final int SALT = 32;

  private Ps256() {}

  /** Whether the key, of 2048 bits or more, signed what the JWS carries. */
  public static boolean verifies(RSAPublicKey key, CompactJws jws) {
    return verifies(key, jws.signed(), jws.signature());
  }

  static boolean verifies(RSAPublicKey key, byte[] signed, byte[] signature) {
    if (key.getModulus().bitLength() < MIN_BITS) {
      return false;
    }
    try {
      Signature ps256 = Signature.getInstance("RSASSA-PSS");
      ps256.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, 1));
      ps256.initVerify(key);
      ps256.update(signed);
      return ps256.verify(signature);
    } catch (InvalidKeyException | SignatureException invalid) {
      return false;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no PS256", missing);
    }
  }
}
