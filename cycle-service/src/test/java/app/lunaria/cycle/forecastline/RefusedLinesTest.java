package app.lunaria.cycle.forecastline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line that gets no forecast, and what it is told. */
class RefusedLinesTest {
  private static final String STARTS = "\"periodStarts\":[\"2024-02-01\",\"2024-02-29\"]";
  private static final String AS_OF = "\"asOf\":\"2024-04-02\"";

  /** A line, the id that its answer has, and why it is refused. */
  private record Refused(String line, @Nullable String id, Refusal refusal) {
    @Override
    public String toString() {
      return refusal + " " + line.substring(0, Math.min(80, line.length()));
    }
  }

  static Stream<Refused> lines() {
    return Stream.of(malformed(), objects(), ids(), members(), lists(), dates(), orders(), ages())
        .flatMap(List::stream);
  }

  private static List<Refused> malformed() {
    return Stream.of(
            "x",
            "{",
            object("\"id\":\"a\"") + "x",
            object("\"id\":\"a\"") + "{}",
            "\ufeff" + object("\"id\":\"a\""),
            "{'id':'a'}",
            "{\"id\":\"a\",}",
            "{\"id\":\"a\",\"id\":\"b\"," + STARTS + "," + AS_OF + "}",
            "{\"id\":\"a\"," + STARTS + "," + AS_OF + ",\"age\":31,\"\\u0061ge\":32}",
            "{\"id\":\"a\",\"periodStarts\":" + "[".repeat(20) + "]".repeat(20) + "}",
            "{\"id\":\"a\"," + STARTS + "," + AS_OF + ",\"age\":" + "1".repeat(40) + "}",
            "{\"id\":\"a\"," + STARTS + "," + AS_OF + ",\"age\":NaN}",
            "\0")
        .map(line -> new Refused(line, null, Refusal.MALFORMED_JSON))
        .toList();
  }

  private static List<Refused> objects() {
    return Stream.of("[]", "null", "\"a\"", "7", "true", "[{\"id\":\"a\"}]")
        .map(line -> new Refused(line, null, Refusal.NOT_AN_OBJECT))
        .toList();
  }

  private static List<Refused> ids() {
    return Stream.of(
            "",
            "\"id\":null,",
            "\"id\":7,",
            "\"id\":[\"a\"],",
            "\"id\":\"\",",
            "\"id\":\"" + "a".repeat(129) + "\",",
            "\"id\":\"\\ud800\",",
            "\"ID\":\"a\",")
        .map(id -> new Refused("{" + id + STARTS + "," + AS_OF + "}", null, Refusal.ID))
        .toList();
  }

  private static List<Refused> members() {
    return List.of(
        line(Refusal.UNKNOWN_MEMBER, STARTS, AS_OF, "\"luteal\":13"),
        line(Refusal.UNKNOWN_MEMBER, STARTS, AS_OF, "\"Age\":31"),
        line(Refusal.UNKNOWN_MEMBER, STARTS, AS_OF, "\"\\ud800\":31"));
  }

  private static List<Refused> lists() {
    return List.of(
        line(Refusal.PERIOD_STARTS, AS_OF),
        line(Refusal.PERIOD_STARTS, "\"periodStarts\":null", AS_OF),
        line(Refusal.PERIOD_STARTS, "\"periodStarts\":\"2024-02-01\"", AS_OF),
        line(Refusal.PERIOD_STARTS, "\"periodStarts\":{}", AS_OF),
        line(Refusal.NO_START, "\"periodStarts\":[]", AS_OF),
        line(Refusal.TOO_MANY_STARTS, starts(10_001), "\"asOf\":\"2950-01-01\""));
  }

  private static List<Refused> dates() {
    return List.of(
        line(Refusal.AS_OF, STARTS),
        line(Refusal.AS_OF, STARTS, "\"asOf\":null"),
        line(Refusal.DATE_FORM, STARTS, "\"asOf\":20240402"),
        line(Refusal.DATE_FORM, STARTS, "\"asOf\":\"2024-4-2\""),
        line(Refusal.DATE_FORM, STARTS, "\"asOf\":\"2024-04-02T00:00\""),
        line(Refusal.DATE_FORM, STARTS, "\"asOf\":\" 2024-04-02\""),
        line(Refusal.DATE_FORM, STARTS, "\"asOf\":\"+2024-04-02\""),
        line(Refusal.DATE_FORM, STARTS, "\"asOf\":\"２０２４-04-02\""),
        line(Refusal.DATE_FORM, "\"periodStarts\":[null]", AS_OF),
        line(Refusal.DATE_FORM, "\"periodStarts\":[[\"2024-02-01\"]]", AS_OF),
        line(Refusal.DATE_FORM, "\"periodStarts\":[\"yesterday\"]", AS_OF),
        line(Refusal.IMPOSSIBLE_DATE, "\"periodStarts\":[\"2025-02-29\"]", AS_OF),
        line(Refusal.IMPOSSIBLE_DATE, "\"periodStarts\":[\"2024-13-01\"]", AS_OF),
        line(Refusal.IMPOSSIBLE_DATE, "\"periodStarts\":[\"2024-00-10\"]", AS_OF),
        line(Refusal.IMPOSSIBLE_DATE, STARTS, "\"asOf\":\"2024-04-31\""),
        line(Refusal.DATE_OUT_OF_RANGE, "\"periodStarts\":[\"1899-12-31\"]", AS_OF),
        line(Refusal.DATE_OUT_OF_RANGE, STARTS, "\"asOf\":\"3000-01-01\""));
  }

  private static List<Refused> orders() {
    return List.of(
        line(Refusal.UNORDERED_STARTS, "\"periodStarts\":[\"2024-02-29\",\"2024-02-01\"]", AS_OF),
        line(Refusal.DOUBLED_START, "\"periodStarts\":[\"2024-02-01\",\"2024-02-01\"]", AS_OF),
        line(Refusal.START_AFTER_AS_OF, STARTS, "\"asOf\":\"2024-02-28\""));
  }

  private static List<Refused> ages() {
    return Stream.of("7", "81", "-31", "31.0", "31.5", "3e1", "\"31\"", "true", "[]", "9999999999")
        .map(age -> line(Refusal.AGE, STARTS, AS_OF, "\"age\":" + age))
        .toList();
  }

  private static Refused line(Refusal refusal, String... members) {
    return new Refused(object("\"id\":\"a\"," + String.join(",", members)), "a", refusal);
  }

  private static String object(String members) {
    return "{" + members + "}";
  }

  private static String starts(int many) {
    LocalDate first = LocalDate.of(1900, 1, 1);
    return IntStream.range(0, many)
        .mapToObj(i -> "\"" + first.plusDays(30L * i) + "\"")
        .collect(Collectors.joining(",", "\"periodStarts\":[", "]"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineThatCannotBeAnsweredIsToldWhy(Refused refused) throws IOException {
    JsonNode answer = answerTo(refused.line().getBytes(StandardCharsets.UTF_8));

    assertThat(answer.path("id").textValue()).isEqualTo(refused.id());
    assertThat(answer.path("error").textValue()).isEqualTo(refused.refusal().sentence());
    assertThat(answer.size()).isEqualTo(2);
  }

  /** Without this one, a refusal could be written that no line reaches. */
  @Test
  void everyRefusalIsInTheTable() {
    Set<Refusal> shown = EnumSet.of(Refusal.LINE_TOO_LONG);
    lines().map(Refused::refusal).forEach(shown::add);

    assertThat(shown).containsExactlyInAnyOrder(Refusal.values());
  }

  @Test
  void everyRefusalHasASentenceOfItsOwn() {
    assertThat(Refusal.values()).extracting(Refusal::sentence).doesNotHaveDuplicates();
  }

  /** The planted counterpart: with none of the faults the same line is answered. */
  @Test
  void aLineAtTheEdgesIsAnswered() throws IOException {
    String id = "a".repeat(128);
    String line =
        "{\"id\":\"%s\",%s,\"asOf\":\"2999-12-31\",\"age\":8}".formatted(id, starts(10_000));

    JsonNode answer = answerTo(line.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.has("error")).isFalse();
    assertThat(answer.path("cycles").intValue()).isEqualTo(9_999);
  }

  @Test
  void onlyUtf8IsRead() throws IOException {
    String line = object("\"id\":\"ä\"," + STARTS + "," + AS_OF);

    assertThat(answerTo(line.getBytes(StandardCharsets.UTF_8)).has("error")).isFalse();
    assertThat(answerTo(line.getBytes(StandardCharsets.ISO_8859_1)).path("error").textValue())
        .isEqualTo(Refusal.MALFORMED_JSON.sentence());
  }

  @Test
  void aLineOfAMebibyteIsReadAndALongerOneIsNot() throws IOException {
    String line = object("\"id\":\"a\"," + STARTS + "," + AS_OF);
    String longest = line + " ".repeat(LineReader.LONGEST - line.length());

    assertThat(answers((longest + "\n" + longest + " \n" + line).getBytes(StandardCharsets.UTF_8)))
        .extracting(answer -> answer.path("error").asText())
        .containsExactly("", Refusal.LINE_TOO_LONG.sentence(), "");
  }

  @Test
  void aLineThatNeverEndsFillsNoMemory() throws IOException {
    byte[] piece = new byte[1 << 20];
    List<InputStream> pieces =
        Stream.<InputStream>generate(() -> new ByteArrayInputStream(piece)).limit(64).toList();
    var endless = new SequenceInputStream(Collections.enumeration(pieces));
    var reader = new LineReader(endless, () -> {});

    assertThat(reader.next()).hasValueSatisfying(line -> assertThat(line).hasSize((1 << 20) + 1));
    assertThat(reader.next()).isEmpty();
  }

  private static JsonNode answerTo(byte[] line) throws IOException {
    return answers(line).getFirst();
  }

  private static List<JsonNode> answers(byte[] lines) throws IOException {
    var answers = new ByteArrayOutputStream();
    ForecastLines.answer(new ByteArrayInputStream(lines), answers);
    return new ObjectMapper()
        .readerFor(JsonNode.class)
        .<JsonNode>readValues(answers.toByteArray())
        .readAll();
  }
}
