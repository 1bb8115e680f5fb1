package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.TOMORROW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that was cut is never taken for a whole one, and is told from a wrong one. */
class TruncationTest {
  static Stream<Named<byte[]>> files() {
    return Stream.of(
        Named.of("measurements", Exported.file("clue-measurements-constructed.json")),
        Named.of("backup", Exported.file("clue-backup-legacy-constructed.cluedata")),
        Named.of(
            "characters and escapes",
            utf8(
                "\ufeff[{\"type\":\"notes\",\"date\":\"2026-01-05\","
                    + "\"value\":\"müde 😴 \\u00fc\\n\"}]")),
        Named.of(
            "words and numbers",
            utf8(
                "[{\"type\":\"bbt\",\"date\":\"2026-01-05\",\"value\":{\"celsius\":3.652e1}},"
                    + "{\"x\":[-1.5E+3,-0,true,false,null]}]")));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileCutAtAnyByteIsTruncated(byte[] file) {
    int end = lastBracket(file);
    int begin = file[0] == (byte) 0xef ? 4 : 1;
    for (int length = begin; length <= end; length++) {
      assertThat(Exports.read(Arrays.copyOf(file, length), TOMORROW))
          .as("cut to %d of %d bytes", length, file.length)
          .isEqualTo(new ReadExport.Truncated());
    }
    assertThat(Exports.read(Arrays.copyOf(file, end + 1), TOMORROW))
        .isEqualTo(Exports.read(file, TOMORROW))
        .isInstanceOf(ReadExport.Understood.class);
  }

  private static int lastBracket(byte[] file) {
    int last = file.length - 1;
    while (file[last] != ']' && file[last] != '}') {
      last--;
    }
    return last;
  }

  @Test
  void anEmptyFileIsTruncated() {
    assertThat(Exports.read(new byte[0], TOMORROW)).isEqualTo(new ReadExport.Truncated());
  }

  @Test
  void aLongFileIsToldAtEveryEndAsWell() {
    byte[] file = ExportMaker.tenYears(7, TOMORROW).file();
    // Around the blocks in which it is decoded and parsed.
    for (int length = 7_900; length < 8_300; length++) {
      assertThat(Exports.read(Arrays.copyOf(file, length), TOMORROW))
          .isEqualTo(new ReadExport.Truncated());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[section]\nkey = value", "{\\rtf1 hello", "[link](page) to it, é"})
  void aTextThatOnlyBeginsLikeAnExportIsNotTruncatedButOfUnknownFormat(String text) {
    assertThat(Exported.read(text)).isEqualTo(new ReadExport.UnknownFormat());
  }

  @Test
  void aFaultAtTheEndOfABlockIsNoEndOfTheFile() {
    // The parser fails on the brace, and what follows is not in its hands yet.
    for (int spaces = 0; spaces < 9_000; spaces++) {
      assertThat(Exported.read("[" + " ".repeat(spaces) + "} and so on"))
          .isEqualTo(new ReadExport.UnknownFormat());
    }
  }

  @Test
  void bytesThatAreNoUtf8AreTruncatedOnlyIfTheyBeginLikeJsonAndEndInsideACharacter() {
    assertThat(bytes('[', '"', 0xc3)).isEqualTo(new ReadExport.Truncated());
    assertThat(bytes('[', '"', 0xf0, 0x9f, 0x98)).isEqualTo(new ReadExport.Truncated());
    assertThat(bytes('[', 0xfc, '"', 0xc3, 0xa9)).isEqualTo(new ReadExport.UnknownFormat());
    assertThat(bytes('[', '"', 0x80, 0x80, 0x80)).isEqualTo(new ReadExport.UnknownFormat());
    assertThat(bytes('P', 'K', 3, 4, 0xff, 0xc3)).isEqualTo(new ReadExport.UnknownFormat());
  }

  private static ReadExport bytes(int... values) {
    byte[] file = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      file[i] = (byte) values[i];
    }
    return Exports.read(file, TOMORROW);
  }

  @Test
  void anotherAppsFileThatIsCutIsCutAsWell() {
    assertThat(Exported.read("{\"operationalData\":{\"cycles\":["))
        .isEqualTo(new ReadExport.Truncated());
  }
}
