package app.lunaria.kit.caller.jws;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.signature.Signatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The signatures against the vectors of Project Wycheproof, by each provider that may compute them.
 */
class WycheproofTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Named<Signatures>> both() {
    Signatures fast = Signatures.ofFastest();
    assertThat(fast.accelerate()).isEmpty();
    return Stream.of(Named.of("the JDK", Signatures.ofJdk()), Named.of("the fast provider", fast));
  }

  private static JsonNode file(String name) throws IOException {
    try (InputStream vectors = WycheproofTest.class.getResourceAsStream("/wycheproof/" + name)) {
      return JSON.readTree(vectors).get("testGroups");
    }
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("both")
  void es256JudgesTheSignaturesThatHaveItsForm(Signatures signatures) throws IOException {
    int judged = 0;
    for (JsonNode group : file("ecdsa_secp256r1_sha256_test.json")) {
      byte[] point = HexFormat.of().parseHex(group.get("publicKey").get("uncompressed").asText());
      Es256Key key =
          key(Arrays.copyOfRange(point, 1, 33), Arrays.copyOfRange(point, 33, 65)).orElseThrow();
      for (JsonNode test : group.get("tests")) {
        Optional<byte[]> signature = p1363(HexFormat.of().parseHex(test.get("sig").asText()));
        if (signature.isPresent()) {
          byte[] message = HexFormat.of().parseHex(test.get("msg").asText());
          assertThat(key.verifies(message, signature.get(), signatures))
              .as("%s %s", test.get("tcId"), test.get("comment"))
              .isEqualTo(test.get("result").asText().equals("valid"));
          judged++;
        }
      }
    }
    assertThat(judged).isGreaterThan(240);
  }

  @ParameterizedTest
  @MethodSource("both")
  void es256JudgesTheSpecialCasesOfJws(Signatures signatures) throws IOException {
    List<JsonNode> groups =
        stream(file("json_web_signature_test.json"))
            .filter(
                group ->
                    List.of("es256", "SpecialCaseEs256").contains(group.get("comment").asText()))
            .toList();
    for (JsonNode group : groups) {
      JsonNode jwk = group.get("public");
      Es256Key key =
          key(Base64Url.decode(jwk.get("x").asText()), Base64Url.decode(jwk.get("y").asText()))
              .orElseThrow();
      for (JsonNode test : group.get("tests")) {
        String jws = test.get("jws").asText();
        assertThat(
                header(jws).equals("ES256")
                    && key.verifies(signed(jws), signature(jws), signatures))
            .as("%s %s", test.get("tcId"), test.get("comment"))
            .isEqualTo(test.get("result").asText().equals("valid"));
      }
    }
    assertThat(groups).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("both")
  void ps256JudgesItsCases(Signatures signatures) throws Exception {
    JsonNode group =
        stream(file("json_web_signature_test.json"))
            .filter(one -> one.get("comment").asText().equals("ps256"))
            .findFirst()
            .orElseThrow();
    RSAPublicKey key = rsa(group.get("public"));
    for (JsonNode test : group.get("tests")) {
      String jws = test.get("jws").asText();
      assertThat(Ps256.verifies(key, signed(jws), signature(jws), signatures))
          .as("%s %s", test.get("tcId"), test.get("comment"))
          .isEqualTo(test.get("result").asText().equals("valid"));
    }
    assertThat(group.get("tests")).hasSize(48);
  }

  /** None of them carries claims, so none may pass as a token or a proof, or break the reader. */
  @Test
  void noneOfThemIsReadAsATokenOrProof() throws IOException {
    List<String> all =
        stream(file("json_web_signature_test.json"))
            .flatMap(group -> stream(group.get("tests")))
            .map(
                test ->
                    test.get("jws").isTextual()
                        ? test.get("jws").asText()
                        : test.get("jws").toString())
            .toList();

    assertThat(all).hasSizeGreaterThan(380);
    assertThat(all.stream().map(CompactJws::read).flatMap(Optional::stream))
        .allMatch(jws -> !jws.payload().has("jti"));
  }

  private static Optional<Es256Key> key(byte[] x, byte[] y) {
    return Es256Key.ofJwk(
        new Members(
            Map.of(
                "kty", "EC", "crv", "P-256", "x", Base64Url.encode(x), "y", Base64Url.encode(y))));
  }

  private static RSAPublicKey rsa(JsonNode jwk) throws Exception {
    BigInteger n = new BigInteger(1, Base64Url.decode(jwk.get("n").asText()));
    BigInteger e = new BigInteger(1, Base64Url.decode(jwk.get("e").asText()));
    return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e));
  }

  private static String header(String jws) throws IOException {
    String first = jws.split("\\.", -1)[0];
    return first.isEmpty() || !first.startsWith("ey")
        ? ""
        : JSON.readTree(Base64Url.decode(first)).path("alg").asText();
  }

  private static byte[] signed(String jws) {
    return jws.substring(0, Math.max(0, jws.lastIndexOf('.'))).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] signature(String jws) {
    return Base64Url.decode(jws.substring(jws.lastIndexOf('.') + 1));
  }

  /** r ‖ s, if the bytes are the one DER form of two numbers that have 32 bytes each. */
  private static Optional<byte[]> p1363(byte[] der) {
    if (der.length < 8 || der[0] != 0x30 || der[1] != der.length - 2 || der[2] != 2) {
      return Optional.empty();
    }
    int rLength = der[3];
    int sAt = 4 + rLength;
    if (rLength < 1
        || sAt + 2 >= der.length
        || der[sAt] != 2
        || der[sAt + 1] != der.length - sAt - 2) {
      return Optional.empty();
    }
    BigInteger r = new BigInteger(Arrays.copyOfRange(der, 4, sAt));
    BigInteger s = new BigInteger(Arrays.copyOfRange(der, sAt + 2, der.length));
    boolean minimal =
        r.toByteArray().length == rLength && s.toByteArray().length == der.length - sAt - 2;
    boolean fits =
        r.signum() >= 0 && s.signum() >= 0 && r.bitLength() <= 256 && s.bitLength() <= 256;
    if (!minimal || !fits) {
      return Optional.empty();
    }
    byte[] both = new byte[64];
    put(r, both, 32);
    put(s, both, 64);
    return Optional.of(both);
  }

  private static void put(BigInteger value, byte[] target, int end) {
    byte[] bytes = value.toByteArray();
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, target, end - length, length);
  }
}
