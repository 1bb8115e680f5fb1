package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Base64UrlTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  static List<JsonNode> refusals() {
    return FrozenCases.refusals("base64url", 17);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aTextThatIsNotCanonicalIsRefusedAndNotQuoted(JsonNode refusal) {
    String text = FrozenCases.text(refusal, "input", "text");

    assertThatThrownBy(() -> Base64Url.decode(text))
        .isInstanceOf(MalformedBase64UrlException.class)
        .hasMessage("not base64url without padding")
        .hasNoCause();
  }

  @Test
  void aLenientDecoderWouldBeCaughtByTheRefusals() {
    long taken = refusals().stream().filter(Base64UrlTest::isTakenByTheJdk).count();

    assertThat(taken).isEqualTo(6);
  }

  private static boolean isTakenByTheJdk(JsonNode refusal) {
    try {
      Base64.getUrlDecoder().decode(FrozenCases.text(refusal, "input", "text"));
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  @Test
  void bytesOfAnyLengthComeBack() {
    Random random = Seed.random("base64url round trip");
    for (int length = 0; length < 300; length++) {
      byte[] bytes = Seed.bytes(random, length);

      assertThat(Base64Url.decode(Base64Url.encode(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void ofAllTextsOfTwoLettersExactlyOneDecodesToEachByte() {
    Set<Byte> decoded = new HashSet<>();
    int taken = 0;
    for (char first : ALPHABET.toCharArray()) {
      for (char second : ALPHABET.toCharArray()) {
        var bytes = Base64Url.tryDecode("" + first + second);
        taken += bytes.isPresent() ? 1 : 0;
        bytes.ifPresent(b -> decoded.add(b[0]));
      }
    }

    assertThat(taken).isEqualTo(256);
    assertThat(decoded).hasSize(256);
  }
}
