package app.lunaria.cycle.forecastline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.lunaria.cycle.prediction.CycleModel;
import app.lunaria.cycle.prediction.Forecast;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastLinesTest {
  private static final String QUESTION =
      """
      {"id":"a","periodStarts":["2024-02-01","2024-02-29","2024-03-30"],"asOf":"2024-04-02","age":31}
      """;

  /** Answers, read by a reader that is not the one under test. */
  private static List<JsonNode> answersTo(byte[] questions) {
    var answers = new ByteArrayOutputStream();
    try {
      ForecastLines.answer(new ByteArrayInputStream(questions), answers);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return answers.toString(StandardCharsets.UTF_8).lines().map(ForecastLinesTest::json).toList();
  }

  private static List<JsonNode> answersTo(String questions) {
    return answersTo(questions.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  @Test
  void aQuestionIsAnsweredByTheModelOnTheWholeHistory() {
    Forecast expected =
        CycleModel.withLiteraturePrior()
            .forecast(
                Stream.of("2024-02-01", "2024-02-29", "2024-03-30").map(LocalDate::parse).toList(),
                LocalDate.of(2024, 4, 2),
                OptionalInt.of(31),
                CycleModel.WHOLE_HISTORY);

    JsonNode answer = answersTo(QUESTION).getFirst();

    assertThat(answer.propertyStream().map(member -> member.getKey()))
        .containsExactly(
            "id", "next", "probabilities", "late", "askForgotten", "lastRecordDouble", "cycles");
    assertThat(answer.path("id").textValue()).isEqualTo("a");
    JsonNode next = answer.path("next");
    assertThat(next.path("median").textValue())
        .isEqualTo(expected.next().orElseThrow().median().toString());
    assertThat(next.path("p10").textValue())
        .isEqualTo(expected.next().orElseThrow().p10().toString());
    assertThat(next.path("p90").textValue())
        .isEqualTo(expected.next().orElseThrow().p90().toString());
    assertThat(answer.path("probabilities").valueStream())
        .zipSatisfy(
            expected.probabilities(),
            (line, start) -> {
              assertThat(line.path("date").textValue()).isEqualTo(start.date().toString());
              assertThat(line.path("p").doubleValue()).isEqualTo(start.p());
            });
    assertThat(answer.path("late").booleanValue()).isFalse();
    assertThat(answer.path("askForgotten").booleanValue()).isFalse();
    assertThat(answer.path("lastRecordDouble").booleanValue()).isFalse();
    assertThat(answer.path("cycles").intValue()).isEqualTo(2);
  }

  @Test
  void theProbabilitiesThatArePrintedSumToOne() {
    JsonNode answer = answersTo(QUESTION).getFirst();

    assertThat(
            answer
                .path("probabilities")
                .valueStream()
                .mapToDouble(start -> start.path("p").doubleValue())
                .sum())
        .isEqualTo(1, within(1e-9));
  }

  @Test
  void halfAYearAfterTheLastStartThereIsNoNextPeriod() {
    JsonNode answer =
        answersTo(
                """
                {"id":"a","periodStarts":["2024-02-01"],"asOf":"2024-07-30"}
                """)
            .getFirst();

    assertThat(answer)
        .isEqualTo(
            json(
                """
                {"id":"a","next":null,"probabilities":[],"late":true,"askForgotten":true,
                 "lastRecordDouble":false,"cycles":0}
                """));
  }

  @Test
  void moreThanTheLast24CyclesCount() {
    List<LocalDate> starts =
        IntStream.iterate(0, day -> day < 2000, day -> day + (day < 1400 ? 35 : 25))
            .mapToObj(LocalDate.of(2018, 1, 1)::plusDays)
            .toList();
    String question =
        "{\"id\":\"a\",\"periodStarts\":%s,\"asOf\":\"%s\"}"
            .formatted(
                starts.stream()
                    .map(start -> "\"" + start + "\"")
                    .collect(Collectors.joining(",", "[", "]")),
                starts.getLast());

    JsonNode answer = answersTo(question).getFirst();

    assertThat(answer.path("next").path("median").textValue())
        .isEqualTo(median(starts, CycleModel.WHOLE_HISTORY))
        .isNotEqualTo(median(starts, CycleModel.RECENT));
  }

  private static String median(List<LocalDate> starts, int window) {
    return CycleModel.withLiteraturePrior()
        .forecast(starts, starts.getLast(), OptionalInt.empty(), window)
        .next()
        .orElseThrow()
        .median()
        .toString();
  }

  @Test
  void linesAreAnsweredInTheirOrderAndAWrongOneStopsNothing() {
    List<JsonNode> answers =
        answersTo(
            QUESTION
                + "no JSON\n"
                + QUESTION.replace("\"a\"", "\"b\"")
                + "{\"id\":\"c\"}\n"
                + QUESTION.replace("\"a\"", "\"d\""));

    assertThat(answers)
        .extracting(answer -> answer.path("id").asText())
        .containsExactly("a", "null", "b", "c", "d");
    assertThat(answers)
        .extracting(answer -> answer.has("error"))
        .containsExactly(false, true, false, true, false);
  }

  @Test
  void oneQuestionLeavesNothingBehindForTheNext() {
    List<JsonNode> answers =
        answersTo(QUESTION + "{\"id\":\"b\",\"periodStarts\":[\"2023-01-01\"]}\n" + QUESTION);

    assertThat(answers.getLast()).isEqualTo(answers.getFirst());
  }

  @Test
  void blankLinesAreSkippedAndOnlyThose() {
    assertThat(answersTo("")).isEmpty();
    assertThat(answersTo("\n \t\r\n\n" + QUESTION + "\n\n")).hasSize(1);
    assertThat(answersTo("\u2003\n\0\n")).hasSize(2).allMatch(answer -> answer.has("error"));
  }

  @Test
  void carriageReturnsAndAMissingLastLineEndAreTaken() {
    String line = QUESTION.strip();

    assertThat(answersTo(line + "\r\n" + line)).hasSize(2).noneMatch(answer -> answer.has("error"));
  }

  @Test
  void anIdMayHoldEveryCharacter() {
    assertThat(answersTo(QUESTION.replace("\"a\"", "\"\\u0000\\\"é\\ud83d\\ude00\\n\"")))
        .extracting(answer -> answer.path("id").textValue())
        .containsExactly("\0\"é😀\n");
  }

  @Test
  void nullForTheAgeMeansThatItIsAbsent() {
    String withNull = QUESTION.replace(":31", ":null");
    String without = QUESTION.replace(",\"age\":31", "");

    assertThat(answersTo(withNull)).isEqualTo(answersTo(without));
  }

  @Test
  void whoSendsALineAndWaitsSeesItsAnswer() throws IOException {
    var answers = new ByteArrayOutputStream();
    var waiting =
        new ByteArrayInputStream(QUESTION.repeat(2).getBytes(StandardCharsets.UTF_8)) {
          private int asked;

          @Override
          public synchronized int read(byte[] buffer, int from, int length) {
            assertThat(answers.toString(StandardCharsets.UTF_8).lines()).hasSize(asked);
            asked++;
            return super.read(buffer, from, Math.min(length, QUESTION.length()));
          }
        };

    ForecastLines.answer(waiting, answers);

    assertThat(waiting.asked).isEqualTo(3);
  }

  @Test
  void nobodyReadingAnyMoreEndsTheStream() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    var questions = new ByteArrayInputStream(QUESTION.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> ForecastLines.answer(questions, closed))
        .isInstanceOf(IOException.class);
  }
}
