package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.days;
import static app.lunaria.cycle.portability.Exported.line;
import static app.lunaria.cycle.portability.Exported.measurement;
import static app.lunaria.cycle.portability.Exported.measurements;
import static app.lunaria.cycle.portability.Exported.option;
import static app.lunaria.cycle.portability.Exported.options;
import static app.lunaria.cycle.portability.Exported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.day.Flow;
import app.lunaria.cycle.portability.NotUnderstood.Reason;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each kind, in the measurements and in the backup alike. */
class ClueMappingTest {
  private static final String DAY = "2026-01-05";

  private static String one(String kind, String value) {
    return measurements(measurement(kind, DAY, value));
  }

  private static String backup(String kind, String value) {
    return "{\"data\":[{\"%s\":%s,\"day\":\"%s\"}]}".formatted(kind, value, DAY);
  }

  @ParameterizedTest
  @CsvSource({
    "light, LIGHT",
    "medium, MEDIUM",
    "heavy, HEAVY",
    "very_heavy, VERY_HEAVY",
    "Very heavy, VERY_HEAVY",
    "spotting, SPOTTING",
    "none, NONE"
  })
  void theAmountOfAPeriodIsRead(String option, Flow flow) {
    var expected = AnEntry.of(DAY).flow(flow).entry();

    assertThat(days(one("period", option(option)))).containsExactly(expected);
    assertThat(days(one("period", options(Stream.of(option))))).containsExactly(expected);
    assertThat(days(backup("period", "\"" + option + "\""))).containsExactly(expected);
    assertThat(days(backup("period", "[\"" + option + "\"]"))).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"option\":\"torrential\"}",
        "{\"option\":5}",
        "{\"option\":null}",
        "{\"option\":\"\"}",
        "{}",
        "{\"amount\":\"light\"}",
        "{\"option\":\"light\",\"option\":\"heavy\"}",
        "\"\\ud800\"",
        "3",
        "[[\"light\"]]"
      })
  void bleedingWhoseAmountIsNotUnderstoodStaysBleedingAndIsReported(String value) {
    ReadExport.Understood export = understood(one("period", value));

    assertThat(export.days().values())
        .containsExactly(AnEntry.of(DAY).flow(Flow.UNSPECIFIED).entry());
    assertThat(export.notUnderstood()).containsExactly(line("period", 1, Reason.UNKNOWN_VALUE));
  }

  @Test
  void bleedingWithoutAWordAboutItsAmountIsUnspecified() {
    assertThat(days(backup("period", "true")))
        .containsExactly(AnEntry.of(DAY).flow(Flow.UNSPECIFIED).entry());
  }

  @Test
  void spottingIsAFlowAndItsColourIsKept() {
    assertThat(days(one("spotting", options(Stream.of("red", "brown")))))
        .containsExactly(
            AnEntry.of(DAY).flow(Flow.SPOTTING).symptoms("spotting-brown", "spotting-red").entry());
    assertThat(days(backup("spotting", "true")))
        .containsExactly(AnEntry.of(DAY).flow(Flow.SPOTTING).entry());
  }

  @ParameterizedTest
  @CsvSource({
    "spotting, red, period, light, LIGHT",
    "period, light, spotting, red, LIGHT",
    "period, light, period, heavy, HEAVY",
    "period, heavy, period, light, HEAVY",
    "period, none, spotting, red, SPOTTING",
  })
  void ofTwoReportsAboutADayTheHeavierCounts(
      String kind1, String option1, String kind2, String option2, Flow flow) {
    String file =
        measurements(
            measurement(kind1, DAY, option(option1)),
            measurement(kind2, DAY + "T22:00:00.000Z", option(option2)));

    assertThat(days(file).getFirst().flow()).contains(flow);
  }

  @ParameterizedTest
  @CsvSource({
    // Kind, option, code of a symptom.
    "pain, period_cramps, period-cramps",
    "pain, Migraine with aura, migraine-with-aura",
    "pain, cold/flu, cold-flu",
    "energy, fully_energized, energy-fully-energized",
    "discharge, egg_white, discharge-egg-white",
    "tests, ovulation_positive, tests-ovulation-positive",
    "sex_life, protected_sex, sex-life-protected-sex",
    "birth_control_pill, taken, birth-control-pill-taken",
    "birth_control_ring, replaced, birth-control-ring-replaced",
    "birth_control_injection, given, birth-control-shot-given",
    "sleep_duration, 6_to_9_hours, sleep-duration-6-to-9-hours",
    "sleep, 0-3, sleep-0-3",
    "cravings, sweet, craving-sweet",
    "pms, pms, pms",
    "tags, long_walk, tag-long-walk",
    // Names of the backup.
    "fluid, egg_white, discharge-egg-white",
    "sex, protected, sex-life-protected",
    "poop, great, stool-great",
    "social, conflict, social-life-conflict",
    "test, ovulation_pos, tests-ovulation-pos",
    "ailment, fever, ailments-fever",
    "appointment, doctor, appointments-doctor",
    "pill_hbc, taken, birth-control-pill-taken",
    "ring_hbc, removed, birth-control-ring-removed",
    "patch_hbc, replaced, birth-control-patch-replaced",
    "injection_hbc, administered, birth-control-shot-administered",
    "iud, inserted, birth-control-iud-inserted",
    "partying, hangover, party-hangover",
  })
  void aKindAndItsOptionMakeACode(String kind, String option, String code) {
    var expected = AnEntry.of(DAY).symptoms(code).entry();

    assertThat(days(one(kind, option(option)))).containsExactly(expected);
    assertThat(days(one(kind, options(Stream.of(option, option))))).containsExactly(expected);
    assertThat(days(backup(kind, "[\"" + option + "\"]"))).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"feelings", "mind", "emotion", "emotions", "mental", "mood"})
  void feelingsAndMindAreMoods(String kind) {
    assertThat(days(one(kind, options(Stream.of("mood_swings", "calm")))))
        .containsExactly(AnEntry.of(DAY).mood("calm", "mood-swings").entry());
  }

  @Test
  void aKindThatIsOnlyMarkedIsACodeByItself() {
    assertThat(days(backup("pms", "true")))
        .containsExactly(AnEntry.of(DAY).symptoms("pms").entry());
    assertThat(days(backup("birth_control_ring", "[true]")))
        .containsExactly(AnEntry.of(DAY).symptoms("birth-control-ring").entry());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"option\":\"müde\"}",
        "{\"option\":\"9+ hours\"}",
        "{\"option\":\"an_option_of_more_than_forty_characters_x\"}",
        "{\"option\":\"-\"}",
        "{\"option\":\"\\udc00\"}",
        "{\"option\":\"a\",\"option\":\"b\"}",
        "{\"option\":true}",
        "{\"hours\":7}",
        "7",
        "[[]]",
        "[{}]",
        "\"0-3\"",
        "true"
      })
  void whatCanBeNoCodeIsReported(String value) {
    // Options of pain are codes by themselves: none begins with a digit, and true names none.
    ReadExport.Understood export = understood(one("pain", value));

    assertThat(export.days()).isEmpty();
    assertThat(export.notUnderstood()).containsExactly(line("pain", 1, Reason.UNKNOWN_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"an_unknown_type", "weight", "Period", "birth_control_", "__proto__"})
  void anUnknownKindIsReportedOnceForEachRecord(String kind) {
    String value = options(Stream.of("a", "b"));

    assertThat(understood(one(kind, value)).notUnderstood())
        .containsExactly(line(kind, 1, Reason.UNKNOWN_KIND));
    assertThat(understood(backup(kind, value)).notUnderstood())
        .containsExactly(line(kind, 1, Reason.UNKNOWN_KIND));
    assertThat(understood(one(kind, value)).days()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "[]", "[null,false]", "\"\"", "\" \\n\""})
  void whatSaysNothingIsNothing(String value) {
    for (String kind : List.of("period", "spotting", "pain", "bbt", "note", "cycle_day")) {
      assertThat(days(backup(kind, value))).isEmpty();
    }
  }

  @Test
  void codesBeyondFiftyOfADayAreReportedAndThoseThatAreThereAlreadyAreNot() {
    String many = options(IntStream.range(0, 53).mapToObj(i -> "p" + i));
    String again = options(IntStream.range(0, 50).mapToObj(i -> "p" + i));

    ReadExport.Understood export =
        understood(
            measurements(
                measurement("pain", DAY, many),
                measurement("pain", DAY, again),
                measurement("feelings", DAY, many)));

    assertThat(export.days().firstEntry().getValue().symptoms()).hasSize(50);
    assertThat(export.days().firstEntry().getValue().mood()).hasSize(50);
    assertThat(export.notUnderstood())
        .containsExactly(line("feelings", 3, Reason.TOO_MANY), line("pain", 3, Reason.TOO_MANY));
  }

  @Test
  void valuesBeyondThoseThatOneRecordCanHoldAreCounted() {
    String same = options(IntStream.range(0, 300).mapToObj(_ -> "headache"));

    ReadExport.Understood export = understood(one("pain", same));

    assertThat(export.days().values())
        .containsExactly(AnEntry.of(DAY).symptoms("headache").entry());
    assertThat(export.notUnderstood()).containsExactly(line("pain", 44, Reason.TOO_MANY));
  }

  @Test
  void membersMayComeInAnyOrder() {
    String reversed =
        "[{\"value\":[{\"more\":[1,{}],\"option\":\"headache\"}],\"new\":{\"x\":[]},\"date\":\"2026-01-05\",\"type\":\"pain\"}]";

    assertThat(days(reversed)).containsExactly(AnEntry.of(DAY).symptoms("headache").entry());
  }
}
