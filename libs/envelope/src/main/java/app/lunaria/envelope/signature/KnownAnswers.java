package app.lunaria.envelope.signature;

import app.lunaria.envelope.Base64Url;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * One published signature of each kind: a provider must take it, and refuse it over another text.
 */
final class KnownAnswers {
  private KnownAnswers() {}

  /**
   * Returns if all four answers are right.
   *
   * @throws GeneralSecurityException if one is wrong
   */
  static void require(Signatures candidate) throws GeneralSecurityException {
    ECPublicKey ec = ecKey();
    RSAPublicKey rsa = rsaKey();
    boolean right =
        candidate.verifiesEs256(ec, ascii(ES256_INPUT), bytes(ES256_SIGNATURE))
            && !candidate.verifiesEs256(ec, ascii(PS256_INPUT), bytes(ES256_SIGNATURE))
            && candidate.verifiesPs256(rsa, ascii(PS256_INPUT), bytes(PS256_SIGNATURE))
            && !candidate.verifiesPs256(rsa, ascii(ES256_INPUT), bytes(PS256_SIGNATURE));
    if (!right) {
      throw new GeneralSecurityException("the provider gives wrong answers");
    }
  }

  private static ECPublicKey ecKey() throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(
                    new ECPoint(number(ES256_X), number(ES256_Y)),
                    curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static RSAPublicKey rsaKey() throws GeneralSecurityException {
    return (RSAPublicKey)
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(PS256_N), BigInteger.valueOf(65537)));
  }

  private static BigInteger number(String text) {
    return new BigInteger(1, bytes(text));
  }

  private static byte[] bytes(String text) {
    return Base64Url.decode(text);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  // RFC 7515 appendix A.3.
  private static final String ES256_X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
  private static final String ES256_Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
  private static final String ES256_INPUT =
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6"
          + "Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
  private static final String ES256_SIGNATURE =
      "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3" + "-Kg6NU1Q";

  // Project Wycheproof, json_web_signature_test.json, case 274; Apache License 2.0.
  private static final String PS256_N =
      "orRRoH0KpfluRVZxUTVQUUqKW0YuvvcXCU-h_ugiJOY3-XRtP3yv0xh42AMltu9aFwD2WQO0aUKe"
          + "idbqyIRQl7WrOTGJ25JRLtincRoSU_rNIPecFegkfz0-QuRuSMmOJUov6XZTE6A-_48X4aApOXof"
          + "omqNzib0kO2BKZYV2YFMItphBCjgnH2WWFlCZvXAIdD87KCNlFoSvoLeTR7Oa0wDFFtdNJXU7VQR"
          + "64eNrwX9evw-Ca2g8RJkIvWQl1oZaYFvSGmLy7obTZyuedRg2Pn4Xnl1AF2bwixOWsD3waRdElaa"
          + "YoB9O5oC5aUw53MGb0U9H1tMLpz3ggKD90K51Q";
  private static final String PS256_INPUT = "eyJhbGciOiJQUzI1NiIsImtpZCI6IlBTMjU2XzIwNDgifQ.YQ";
  private static final String PS256_SIGNATURE =
      "ZgVavy_Pn25fIkdd8Nixh6YFJtTYk_THG0IKM7xUwLqiME80Z-f9pgdSf6-MKDV58Keo_oLYii9g"
          + "XgSCcx-IUA1ezDFdaU3e90n1h9v5HCCwz3t_LnVRCCa4PkXArQTOCDD7gmDFhfzXOXWJOUPCCAj6"
          + "lTdMn9UvPhCh3OB_ExMbW72-toklAYiDknpQTG_1-k7R3x91N5ToD6bGRonBB6Y3z-kZCgyQ3ORH"
          + "BiWI1VYHxqKscorI-uI-wouKa-crqkvOoCTuAjvpu7Z8ZAgMPlLW5KRc8KC8VKcUW--7VJCUezGx"
          + "LQSj011ith3wIuW1eE64xW9yq7kyB4XAiFiA7A";
}
