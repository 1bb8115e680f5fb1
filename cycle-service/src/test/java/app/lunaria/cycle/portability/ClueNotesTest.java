package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.days;
import static app.lunaria.cycle.portability.Exported.line;
import static app.lunaria.cycle.portability.Exported.measurement;
import static app.lunaria.cycle.portability.Exported.measurements;
import static app.lunaria.cycle.portability.Exported.option;
import static app.lunaria.cycle.portability.Exported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.portability.NotUnderstood.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Her own words: notes and tags. */
class ClueNotesTest {
  private static final String DAY = "2026-01-18";

  @ParameterizedTest
  @ValueSource(strings = {"notes", "note"})
  void aNoteIsKeptLetterByLetter(String kind) {
    String text = " müde 😴\\n\\\"so\\\" \\ud83d\\ude34 \\u0000";
    var expected = AnEntry.of(DAY).notes(" müde 😴\n\"so\" 😴 \u0000").entry();

    assertThat(days(measurements(measurement(kind, DAY, "\"" + text + "\""))))
        .containsExactly(expected);
    assertThat(days(measurements(measurement(kind, DAY, option(text))))).containsExactly(expected);
  }

  @Test
  void differentNotesOfADayStandOneUnderTheOther() {
    assertThat(
            days(
                measurements(
                    measurement("notes", DAY, option("b")),
                    measurement("notes", DAY, option("a")),
                    measurement("notes", DAY, option("b")))))
        .containsExactly(AnEntry.of(DAY).notes("b\na").entry());
  }

  @ParameterizedTest
  @CsvSource({"ä, 4000, true", "ä, 4001, false", "😴, 4000, true", "😴, 4001, false"})
  void aNoteOf4000CharactersIsTakenAndALongerOneIsReportedAndNotCut(
      String character, int length, boolean taken) {
    ReadExport.Understood export =
        understood(measurements(measurement("notes", DAY, option(character.repeat(length)))));

    assertThat(export.days()).hasSize(taken ? 1 : 0);
    assertThat(export.notUnderstood())
        .isEqualTo(taken ? List.of() : List.of(line("notes", 1, Reason.TEXT_TOO_LONG)));
  }

  @Test
  void notesThatAreTooLongTogetherAreTakenAsFarAsTheyFit() {
    ReadExport.Understood export =
        understood(
            measurements(
                measurement("notes", DAY, option("a".repeat(3000))),
                measurement("notes", DAY, option("b".repeat(1000))),
                measurement("notes", DAY, option("😴".repeat(999)))));

    assertThat(export.days().values())
        .containsExactly(AnEntry.of(DAY).notes("a".repeat(3000) + "\n" + "😴".repeat(999)).entry());
    assertThat(export.notUnderstood()).containsExactly(line("notes", 1, Reason.TEXT_TOO_LONG));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a \\ud83d\"",
        "\"\\ude34\\ud83d\"",
        "{\"option\":\"\\udfff\"}",
        "{\"text\":\"a\"}",
        "7",
        "true",
        "[[\"a\"]]"
      })
  void whatIsNoTextOfUnicodeIsReportedAndNotStored(String value) {
    ReadExport.Understood export = understood(measurements(measurement("notes", DAY, value)));

    assertThat(export.days()).isEmpty();
    assertThat(export.notUnderstood()).containsExactly(line("notes", 1, Reason.UNKNOWN_VALUE));
  }

  @Test
  void aTagIsACodeIfItCanBeOneAndALineOfTheNotesOtherwise() {
    assertThat(
            days(
                measurements(
                    measurement(
                        "tags",
                        DAY,
                        "[{\"option\":\"Long walk\"},{\"option\":\"müde!\"},{\"option\":\"müde!\"}]"),
                    measurement("notes", DAY, option("quiet")))))
        .containsExactly(AnEntry.of(DAY).symptoms("tag-long-walk").notes("müde!\nquiet").entry());
  }

  @Test
  void nothingThatSheWroteShowsInATextOfTheResult() {
    ReadExport.Understood export =
        understood(
            measurements(
                measurement("notes", DAY, option("geheim")),
                measurement("geheim", DAY, option("geheim"))));

    assertThat(export.toString() + export.days().values() + export.notUnderstood())
        .doesNotContain("geheim");
  }
}
