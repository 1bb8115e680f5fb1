package app.lunaria.acceptance.inspector.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.inspector.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedleTest {
  @ParameterizedTest
  @CsvSource({
    "28112026, true",
    "20261128, true",
    "2026-11-28, false",
    "28.11.26, false",
    "128112026, false",
    "headache, false",
    "deadbeef, true"
  })
  void onlyAShortOneOfTheRightLettersMayStandInHexByChance(String text, boolean may) {
    Needle needle = new Needle(new Word("a word", text), "as it is", text.getBytes(UTF_8));

    assertThat(needle.couldBeHex()).isEqualTo(may);
  }
}
