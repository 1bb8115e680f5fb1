package app.lunaria.kit.caller.jws;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.testkit.caller.TestIssuer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySetTest {
  private static final TestIssuer ONE = TestIssuer.of("x", "one");
  private static final TestIssuer TWO = TestIssuer.of("x", "two");

  @Test
  void everyRsaKeyIsReadByItsId() {
    assertThat(KeySet.read(set(jwk(ONE), jwk(TWO))).orElseThrow())
        .containsOnly(Map.entry("one", ONE.publicKey()), Map.entry("two", TWO.publicKey()));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kty\":\"RSA\" | \"kty\":\"EC\"",
        "\"use\":\"sig\" | \"use\":\"enc\"",
        "\"alg\":\"PS256\" | \"alg\":\"RS256\"",
        "\"e\":\"AQAB\" | \"e\":\"AQ\"",
        "\"e\":\"AQAB\" | \"e\":\"AQAB=\"",
        "\"e\":\"AQAB\" | \"e\":5",
        "\"n\":\" | \"n\":\"!"
      })
  void aKeyOfAnotherKindIsPassedOver(String right, String wrong) {
    String changed = jwk(ONE).replace(right, wrong);
    assertThat(changed).isNotEqualTo(jwk(ONE));

    assertThat(KeySet.read(set(changed, jwk(TWO))).orElseThrow()).containsOnlyKeys("two");
  }

  @Test
  void aShortKeyIsPassedOver() {
    String n = jwk(ONE).replaceAll(".*\"n\":\"([^\"]+)\".*", "$1");
    String shorter = jwk(ONE).replace(n, n.substring(0, 171));

    assertThat(KeySet.read(set(shorter)).orElseThrow()).isEmpty();
  }

  @Test
  void twoKeysOfOneIdAreNoSet() {
    assertThat(KeySet.read(set(jwk(ONE), jwk(TWO).replace("two", "one")))).isEmpty();
  }

  @Test
  void deepNestingIsNoSet() {
    assertThat(KeySet.read("{\"keys\":" + "[".repeat(17) + "]".repeat(17) + "}")).isEmpty();
  }

  private static String jwk(TestIssuer issuer) {
    String set = issuer.keySet();
    return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
  }

  private static String set(String... keys) {
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }
}
