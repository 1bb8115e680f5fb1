package app.lunaria.envelope.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both providers judge alike, also where one of them would throw. */
class SignaturesTest {
  private static final byte[] TEXT = "header.payload".getBytes(StandardCharsets.US_ASCII);
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final KeyPair EC = pair("EC", "secp256r1");
  private static final KeyPair RSA = rsa(2048);

  static Stream<Named<Signatures>> both() {
    Signatures fast = Signatures.ofFastest();
    assertThat(fast.accelerate()).isEmpty();
    return Stream.of(Named.of("the JDK", Signatures.ofJdk()), Named.of("the fast provider", fast));
  }

  @ParameterizedTest
  @MethodSource("both")
  void es256IsTakenFromItsKeyOverItsTextOnly(Signatures signatures) throws Exception {
    byte[] signature = es256();

    assertThat(signatures.verifiesEs256(ecKey(), TEXT, signature)).isTrue();
    assertThat(signatures.verifiesEs256(ecKey(), new byte[0], signature)).isFalse();
    assertThat(signatures.verifiesEs256(key(pair("EC", "secp256r1")), TEXT, signature)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("both")
  void anotherLengthIsInvalid(Signatures signatures) throws Exception {
    for (int length : new int[] {0, 1, 32, 63, 65, 66, 96, 128, 1000}) {
      assertThat(signatures.verifiesEs256(ecKey(), TEXT, Arrays.copyOf(es256(), length)))
          .as("%d bytes", length)
          .isFalse();
    }
    byte[] der = sign("SHA256withECDSA");
    assertThat(signatures.verifiesEs256(ecKey(), TEXT, der)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("both")
  void numbersThatAreNoneOfTheGroupAreInvalid(Signatures signatures) throws Exception {
    byte[] good = es256();
    String r = HexFormat.of().formatHex(good, 0, 32);
    String s = HexFormat.of().formatHex(good, 32, 64);
    for (BigInteger number :
        new BigInteger[] {
          BigInteger.ZERO,
          ORDER,
          ORDER.add(BigInteger.ONE),
          BigInteger.TWO.pow(256).subtract(BigInteger.ONE)
        }) {
      String wrong = "%064x".formatted(number);
      for (String both : new String[] {wrong + s, r + wrong, wrong + wrong}) {
        assertThat(signatures.verifiesEs256(ecKey(), TEXT, HexFormat.of().parseHex(both)))
            .as(both)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void aKeyOfAnotherCurveIsInvalid(Signatures signatures) throws Exception {
    for (String curve : new String[] {"secp384r1", "secp521r1"}) {
      assertThat(signatures.verifiesEs256(key(pair("EC", curve)), TEXT, es256())).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void aPointThatIsNotOnTheCurveIsInvalid(Signatures signatures) throws Exception {
    for (ECPoint point :
        new ECPoint[] {
          new ECPoint(BigInteger.ONE, BigInteger.ONE),
          new ECPoint(BigInteger.ZERO, BigInteger.ZERO),
          new ECPoint(ecKey().getW().getAffineX(), ecKey().getW().getAffineY().add(BigInteger.ONE))
        }) {
      ECPublicKey key =
          (ECPublicKey)
              KeyFactory.getInstance("EC")
                  .generatePublic(new ECPublicKeySpec(point, ecKey().getParams()));
      assertThat(signatures.verifiesEs256(key, TEXT, es256())).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void ps256IsTakenFromEitherProvider(Signatures signatures) {
    byte[] byItself = signatures.signPs256((RSAPrivateKey) RSA.getPrivate(), TEXT);
    byte[] byTheJdk = Signatures.ofJdk().signPs256((RSAPrivateKey) RSA.getPrivate(), TEXT);

    assertThat(byItself).hasSize(256).isNotEqualTo(byTheJdk);
    assertThat(signatures.verifiesPs256(rsaKey(), TEXT, byItself)).isTrue();
    assertThat(signatures.verifiesPs256(rsaKey(), TEXT, byTheJdk)).isTrue();
    assertThat(Signatures.ofJdk().verifiesPs256(rsaKey(), TEXT, byItself)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("both")
  void ps256OfAnotherKeyTextOrLengthIsInvalid(Signatures signatures) throws Exception {
    byte[] good = signatures.signPs256((RSAPrivateKey) RSA.getPrivate(), TEXT);
    RSAPublicKey even =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA")
                .generatePublic(
                    new RSAPublicKeySpec(
                        rsaKey().getModulus().clearBit(0), BigInteger.valueOf(65537)));

    assertThat(signatures.verifiesPs256(rsaKey(), new byte[0], good)).isFalse();
    assertThat(signatures.verifiesPs256((RSAPublicKey) rsa(2048).getPublic(), TEXT, good))
        .isFalse();
    assertThat(signatures.verifiesPs256((RSAPublicKey) rsa(3072).getPublic(), TEXT, good))
        .isFalse();
    assertThat(signatures.verifiesPs256(even, TEXT, good)).isFalse();
    for (int length : new int[] {0, 1, 255, 257, 384}) {
      assertThat(signatures.verifiesPs256(rsaKey(), TEXT, Arrays.copyOf(good, length))).isFalse();
    }
    byte[] beyondTheModulus = new byte[256];
    Arrays.fill(beyondTheModulus, (byte) 0xff);
    assertThat(signatures.verifiesPs256(rsaKey(), TEXT, beyondTheModulus)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("both")
  void aDrawnKeyIsNewAndSignsWhatTheJdkVerifies(Signatures signatures) throws Exception {
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    RSAPrivateCrtKey drawn =
        (RSAPrivateCrtKey)
            rsa.generatePrivate(new PKCS8EncodedKeySpec(signatures.drawRsaKey(3072)));
    RSAPublicKey open =
        (RSAPublicKey)
            rsa.generatePublic(new RSAPublicKeySpec(drawn.getModulus(), drawn.getPublicExponent()));

    byte[] signature = signatures.signPs256(drawn, TEXT);

    assertThat(drawn.getModulus().bitLength()).isEqualTo(3072);
    assertThat(drawn.getPublicExponent()).isEqualTo(65537);
    assertThat(Signatures.ofJdk().verifiesPs256(open, TEXT, signature)).isTrue();
    assertThat(signatures.drawRsaKey(3072)).isNotEqualTo(drawn.getEncoded());
  }

  private static ECPublicKey ecKey() {
    return key(EC);
  }

  private static ECPublicKey key(KeyPair pair) {
    return (ECPublicKey) pair.getPublic();
  }

  private static RSAPublicKey rsaKey() {
    return (RSAPublicKey) RSA.getPublic();
  }

  private static byte[] es256() throws GeneralSecurityException {
    return sign("SHA256withECDSAinP1363Format");
  }

  private static byte[] sign(String algorithm) throws GeneralSecurityException {
    Signature engine = Signature.getInstance(algorithm);
    engine.initSign(EC.getPrivate());
    engine.update(TEXT);
    return engine.sign();
  }

  private static KeyPair pair(String algorithm, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
