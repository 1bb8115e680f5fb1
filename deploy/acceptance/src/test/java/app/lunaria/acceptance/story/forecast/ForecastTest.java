package app.lunaria.acceptance.story.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forecast of the story against its own numbers, and as it is drawn. */
class ForecastTest {
  private static final String SOUND =
      """
      {"asOf":"2026-06-08","next":{"median":"2026-06-12","p10":"2026-06-10","p90":"2026-06-14"},
       "probabilities":[
        {"date":"2026-06-09","p":0.04},{"date":"2026-06-10","p":0.10},{"date":"2026-06-11","p":0.21},
        {"date":"2026-06-12","p":0.26},{"date":"2026-06-13","p":0.19},{"date":"2026-06-14","p":0.13},
        {"date":"2026-06-15","p":0.05},{"date":"2026-06-16","p":0.015},{"date":"2026-06-17","p":0.005}],
       "late":false,"askForgotten":false,"lastRecordDouble":false,"cycles":124}
      """;

  static Map<String, String> wrongs() {
    return Map.of(
        "0.26", "0.25",
        "\"date\":\"2026-06-09\"", "\"date\":\"2026-06-07\"",
        "\"median\":\"2026-06-12\"", "\"median\":\"2026-06-13\"",
        "\"median\":\"2026-06-12\",\"p10\":\"2026-06-10\"",
            "\"median\":\"2026-06-12\",\"p10\":\"2026-06-13\"",
        "\"p10\":\"2026-06-10\"", "\"p10\":\"2026-06-11\"",
        "\"p90\":\"2026-06-14\"", "\"p90\":\"2026-06-15\"",
        "0.04}", "1.04}");
  }

  static List<Map.Entry<String, String>> eachWrong() {
    return List.copyOf(wrongs().entrySet());
  }

  @Test
  void whatAgreesWithItselfMeetsNoObjection() throws Exception {
    assertThat(forecast(SOUND).objection()).isEmpty();
    assertThat(forecast(SOUND).cycles()).isEqualTo(124);
  }

  @ParameterizedTest
  @MethodSource("eachWrong")
  void whatContradictsItselfMeetsOne(Map.Entry<String, String> wrong) throws Exception {
    String changed = SOUND.replace(wrong.getKey(), wrong.getValue());

    assertThat(changed).isNotEqualTo(SOUND);
    assertThat(forecast(changed).objection()).isPresent();
  }

  @Test
  void withoutANextPeriodThereIsNone() throws Exception {
    assertThat(Forecast.of(json("{\"asOf\":\"2026-06-08\",\"next\":null,\"probabilities\":[]}")))
        .isEmpty();
    assertThat(Forecast.of(json("{}"))).isEmpty();
  }

  @Test
  void itIsDrawnAsASentenceAndThreeColumnsOfBars() throws Exception {
    assertThat(ForecastPicture.of(forecast(SOUND)))
        .containsExactly(
            "next period most likely on 12 June, in 4 days; 8 times of 10 between 10 and 14 June",
            "  9 █▌ 4 %               12 ██████████ 26 %      15 █▉ 5 %",
            " 10 ███▉ 10 %            13 ███████▎ 19 %        16 ▋ 2 %",
            " 11 ████████▏ 21 %       14 █████ 13 %           later ▎ 1 %");
  }

  @Test
  void acrossTwoMonthsTheSentenceNamesBoth() throws Exception {
    String shifted = SOUND.replace("2026-06-1", "2026-12-0").replace("2026-12-00", "2026-11-30");

    assertThat(ForecastPicture.of(forecast(shifted)))
        .startsWith(
            "next period most likely on 2 December, in 177 days;",
            "8 times of 10 between 30 November and 4 December");
  }

  @Test
  void itShowsNothingByItself() throws Exception {
    assertThat(forecast(SOUND)).hasToString("‹Forecast›");
    assertThat(forecast(SOUND).chances().getFirst()).hasToString("‹Chance›");
  }

  private static Forecast forecast(String text) throws Exception {
    return Forecast.of(json(text)).orElseThrow();
  }

  private static JsonNode json(String text) throws Exception {
    return JsonMapper.builder().build().readTree(text);
  }
}
