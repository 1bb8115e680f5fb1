package app.lunaria.kit.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  private final StrictJson json = new StrictJson();

  private JsonNode read(String text) {
    return json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertRefused(byte[] body) {
    assertThatThrownBy(() -> json.read(body))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(ProblemType.MALFORMED_JSON.problem());
              assertThat(refused).hasNoCause();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1}}",
        "{\"a\":1} {}",
        "{\"a\":1}x",
        "{\"a\":1,}",
        "[1,]",
        "{\"a\" 1}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":5.}",
        "{\"a\":0x1}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":True}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "/**/{}",
        "{}//",
        "\u00a0{}",
        "\ufeff{}",
      })
  void whatIsNotJsonIsRefused(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"b\":{\"a\":1,\"a\":2}}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"\\ud800\":1}",
        "[\"\\udfff\"]",
        "{\"a\":1e400}",
        "{\"a\":-1e400}",
      })
  void whatReadersDifferOnIsRefused(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The planted fault: a reader as it comes takes them, so that the cases above are worth
   * something.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":1,\"a\":1}", "{\"a\":\"\\ud800\"}", "{\"a\":1e400}", "{\"a\":1}x"})
  void aLaxReaderWouldTakeThem(String text) {
    assertThatCode(() -> new ObjectMapper().readTree(text)).doesNotThrowAnyException();
  }

  @Test
  void onlyUtf8IsRead() {
    assertRefused(new byte[] {'"', (byte) 0xc3, '"'});
    assertRefused(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'});
    assertRefused(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
    assertRefused("{}".getBytes(StandardCharsets.UTF_16LE));
    assertRefused("{}".getBytes(StandardCharsets.UTF_16BE));
  }

  @Test
  void sixteenLevelsAreReadAndNoMore() {
    assertThat(read("[".repeat(16) + "]".repeat(16)).isArray()).isTrue();
    assertRefused(("[".repeat(17) + "]".repeat(17)).getBytes(StandardCharsets.UTF_8));
    assertRefused("[".repeat(60_000).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aNumberOfMoreThan32DigitsIsRefused() {
    assertThat(read("1".repeat(32)).isIntegralNumber()).isTrue();
    assertRefused("1".repeat(33).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyCharacterOfUnicodeIsRead() {
    assertThat(read("\"\\ud83d\\ude00 \u00e4 \ud83d\ude00 \\u0000\"").textValue())
        .isEqualTo("\ud83d\ude00 \u00e4 \ud83d\ude00 \0");
  }
}
