package app.lunaria.acceptance.gateway.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An RSA key of 2048 bits that signs access tokens with PS256 (RFC 7518 section 3.5), good ones and
 * bad ones.
 */
public final class SigningKey {
  private static final int BITS = 2048;
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final String kid;
  private final KeyPair pair;

  private SigningKey(String kid, KeyPair pair) {
    this.kid = kid;
    this.pair = pair;
  }

  public static SigningKey generate(String kid) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new SigningKey(kid, generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no RSA", impossible);
    }
  }

  /** Its public half as a member of a JWK set (RFC 7517). */
  public ObjectNode jwk() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return JsonNodeFactory.instance
        .objectNode()
        .put("kty", "RSA")
        .put("kid", kid)
        .put("alg", "PS256")
        .put("use", "sig")
        .put("n", number(key.getModulus()))
        .put("e", number(key.getPublicExponent()));
  }

  /** The header of a right token, to be changed. */
  public ObjectNode header() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("alg", "PS256")
        .put("typ", "at+jwt")
        .put("kid", kid);
  }

  /** A token of these claims in compact serialisation. */
  public String token(ObjectNode claims) {
    return token(header(), claims);
  }

  public String token(ObjectNode header, ObjectNode claims) {
    String signed = text(utf8(header.toString())) + "." + text(utf8(claims.toString()));
    return signed + "." + text(sign(utf8(signed)));
  }

  private byte[] sign(byte[] input) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(PS256);
      signature.initSign(pair.getPrivate());
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no PS256", impossible);
    }
  }

  /** Base64urlUInt (RFC 7518, section 2): without the sign byte that Java puts in front. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return text(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "SigningKey[" + kid + "]";
  }
}
