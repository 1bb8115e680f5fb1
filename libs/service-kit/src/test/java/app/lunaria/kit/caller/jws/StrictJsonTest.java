package app.lunaria.kit.caller.jws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  private static Optional<Members> read(String json) {
    return Members.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void membersAreAskedForByType() {
    Members members =
        read("""
                {"t":"text","n":-5,"f":5.0,"b":9223372036854775808,"o":{"t":"in"},"l":[1],"z":null}
                """)
            .orElseThrow();

    assertThat(members.text("t")).contains("text");
    assertThat(members.text("n")).isEmpty();
    assertThat(members.integer("n")).hasValue(-5);
    assertThat(members.integer("f")).isEmpty();
    assertThat(members.integer("b")).isEmpty();
    assertThat(members.integer("t")).isEmpty();
    assertThat(members.object("o").flatMap(inner -> inner.text("t"))).contains("in");
    assertThat(members.object("l")).isEmpty();
    assertThat(members.has("z")).isTrue();
    assertThat(members.text("z")).isEmpty();
    assertThat(members.has("absent")).isFalse();
    assertThat(members.names()).containsExactlyInAnyOrder("t", "n", "f", "b", "o", "l", "z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {\"a\" :\t1}\r\n",
        "{\"a\":\"\\ud83d\\ude00\"}",
        "{\"a\":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]}",
        "{\"a\":1e308}",
        "{\"ключ\":\"значение\"}",
        "{\"a\":{\"a\":{\"a\":1}}}"
      })
  void whatEveryReaderUnderstandsAlikeIsRead(String json) {
    assertThat(read(json)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "5",
        "\"a\"",
        "[]",
        "[{}]",
        "{",
        "}",
        "{}{}",
        "{},",
        "{} 1",
        "{\"a\":1,}",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":'b'}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":1}",
        "{\"o\":{\"a\":1,\"a\":1}}",
        "{\"l\":[{\"a\":1,\"a\":1}]}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":-Infinity}",
        "{\"a\":1e999}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":5.}",
        "{\"a\":0x1}",
        "{\"a\":TRUE}",
        "{\"a\":undefined}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x41\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"\\ud800\":1}",
        "{\"a\":[\"\\ud800\"]}",
        "{\"a\":1}/**/",
        "//\n{\"a\":1}",
        "#\n{\"a\":1}",
        "\ufeff{\"a\":1}",
        "{\"a\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}",
        "{\"a\":111111111111111111111111111111111}",
        "{\"a\":\"",
        "{\"a\":[",
        "{\"a\":tru",
        "{\"a\":1"
      })
  void everythingElseIsNot(String json) {
    assertThat(read(json)).isEmpty();
  }

  @Test
  void tenThousandLevelsAreNoTrouble() {
    assertThat(read("{\"a\":".repeat(10_000))).isEmpty();
    assertThat(read("{\"a\":" + "[".repeat(10_000))).isEmpty();
  }
}
