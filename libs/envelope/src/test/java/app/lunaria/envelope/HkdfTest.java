package app.lunaria.envelope;

import static app.lunaria.envelope.FrozenCases.hex;
import static app.lunaria.envelope.FrozenCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HkdfTest {
  private static final List<JsonNode> CASES =
      FrozenCases.elements(
              FrozenCases.json("wycheproof/wycheproof_hkdf_sha256_test.json").get("testGroups"))
          .flatMap(group -> FrozenCases.elements(group.get("tests")))
          .toList();

  static Stream<JsonNode> valid() {
    return CASES.stream().filter(c -> text(c, "result").equals("valid"));
  }

  static Stream<JsonNode> invalid() {
    return CASES.stream().filter(c -> text(c, "result").equals("invalid"));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void wycheproofDerivesTheSame(JsonNode given) {
    byte[] derived =
        Hkdf.derive(
            hex(given, "ikm"), hex(given, "salt"), hex(given, "info"), given.get("size").asInt());

    assertThat(derived).isEqualTo(hex(given, "okm"));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void moreThanHkdfGivesIsRefused(JsonNode given) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Hkdf.derive(
                    hex(given, "ikm"),
                    hex(given, "salt"),
                    hex(given, "info"),
                    given.get("size").asInt()));
  }

  @Test
  void noCaseIsLeftOut() {
    assertThat(valid()).hasSize(83);
    assertThat(invalid()).hasSize(3);
  }

  @Test
  void anEmptySaltIs32ZeroBytes() {
    byte[] key = KeyMaterial.random(32).copyBytes();

    assertThat(Hkdf.derive(key, new byte[0], new byte[0], 32))
        .isEqualTo(Hkdf.derive(key, new byte[32], new byte[0], 32));
  }
}
