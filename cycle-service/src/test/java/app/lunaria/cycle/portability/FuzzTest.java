package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.TOMORROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, they are judged: nothing is thrown, and twice is the same. */
class FuzzTest {
  private static final int ROUNDS = 20_000;
  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "\"",
          "\\u",
          "\\",
          "null",
          "true",
          "NaN",
          "-",
          "1e999",
          "0.",
          "\"type\":",
          "\"date\":",
          "\"value\":",
          "\"data\":[",
          "\"day\":",
          "\"option\":",
          "\"celsius\":",
          "\"2026-01-05\"",
          "\"period\"",
          "\"bbt\"",
          "\"\\ud800\"",
          "\u0000",
          "ü");

  static Stream<Named<byte[]>> files() {
    return Stream.of(
        Named.of("measurements", Exported.file("clue-measurements-constructed.json")),
        Named.of("backup", Exported.file("clue-backup-legacy-constructed.cluedata")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void flippedBytesAreJudged(byte[] file) {
    Random random = Seed.random("flipped bytes");
    for (int i = 0; i < ROUNDS; i++) {
      byte[] damaged = file.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      assertJudged(damaged);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void piecesThatAreDoubledMovedOrPutInAreJudged(byte[] file) {
    Random random = Seed.random("moved pieces");
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder(new String(file, StandardCharsets.UTF_8));
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(60));
        String piece =
            random.nextBoolean()
                ? text.substring(from, to)
                : PIECES.get(random.nextInt(PIECES.size()));
        if (random.nextBoolean()) {
          text.delete(from, to);
        }
        text.insert(random.nextInt(text.length() + 1), piece);
      }
      assertJudged(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void assertJudged(byte[] file) {
    assertThatCode(
            () -> {
              ReadExport once = Exports.read(file, TOMORROW);
              ReadExport twice = Exports.read(file.clone(), TOMORROW);
              assertThat(twice).isEqualTo(once);
              if (once instanceof ReadExport.Understood export) {
                assertThat(export.days().values())
                    .allMatch(entry -> !entry.date().isAfter(TOMORROW));
              }
            })
        .as(() -> "a file in base64: " + Base64.getEncoder().encodeToString(file))
        .doesNotThrowAnyException();
  }
}
