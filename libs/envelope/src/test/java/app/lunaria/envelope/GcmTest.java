package app.lunaria.envelope;

import static app.lunaria.envelope.FrozenCases.hex;
import static app.lunaria.envelope.FrozenCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wycheproof's cases, sorted by whether their sizes are ours (256-bit key, 96-bit IV, no AAD). */
class GcmTest {
  private record Case(boolean ourSizes, JsonNode test) {
    boolean withoutAad() {
      return text(test, "aad").isEmpty();
    }

    boolean isValid() {
      return text(test, "result").equals("valid");
    }

    byte[] sealed() {
      return Bytes.empty().raw(hex(test, "ct")).raw(hex(test, "tag")).toArray();
    }

    @Override
    public String toString() {
      return "tcId " + text(test, "tcId");
    }
  }

  private static final List<Case> CASES =
      FrozenCases.elements(
              FrozenCases.json("wycheproof/wycheproof_aes_gcm_test.json").get("testGroups"))
          .flatMap(GcmTest::cases)
          .toList();

  private static Stream<Case> cases(JsonNode group) {
    boolean ours = group.get("keySize").asInt() == 256 && group.get("ivSize").asInt() == 96;
    return FrozenCases.elements(group.get("tests")).map(test -> new Case(ours, test));
  }

  static Stream<Case> valid() {
    return CASES.stream().filter(c -> c.ourSizes && c.withoutAad() && c.isValid());
  }

  static Stream<Case> invalid() {
    return CASES.stream().filter(c -> c.ourSizes && c.withoutAad() && !c.isValid());
  }

  static Stream<Case> withAad() {
    return CASES.stream().filter(c -> c.ourSizes && !c.withoutAad());
  }

  static Stream<Case> ofOtherSizes() {
    return CASES.stream().filter(c -> !c.ourSizes);
  }

  @ParameterizedTest
  @MethodSource("valid")
  void wycheproofSealsAndOpensTheSame(Case given) {
    byte[] text = hex(given.test, "msg");
    byte[] out = new byte[3 + text.length + Gcm.TAG];

    Gcm.seal(hex(given.test, "key"), hex(given.test, "iv"), text, out, 3);

    assertThat(Arrays.copyOfRange(out, 3, out.length)).isEqualTo(given.sealed());
    assertThat(Gcm.open(hex(given.test, "key"), hex(given.test, "iv"), out, 3)).hasValue(text);
  }

  @ParameterizedTest
  @MethodSource({"invalid", "withAad"})
  void whatWasChangedOrCarriesAadDoesNotOpen(Case given) {
    assertThat(Gcm.open(hex(given.test, "key"), hex(given.test, "iv"), given.sealed(), 0))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ofOtherSizes")
  void keysAndIvsOfOtherSizesAreNotTaken(Case given) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Gcm.open(hex(given.test, "key"), hex(given.test, "iv"), given.sealed(), 0));
  }

  @Test
  void noCaseIsLeftOut() {
    assertThat(valid()).hasSize(21);
    assertThat(invalid()).hasSize(27);
    assertThat(withAad()).hasSize(18);
    assertThat(ofOtherSizes()).hasSize(250);
    assertThat(CASES).hasSize(316);
  }
}
