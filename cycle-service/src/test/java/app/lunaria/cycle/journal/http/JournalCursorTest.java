package app.lunaria.cycle.journal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cursors that an app may still hold from an earlier release. */
class JournalCursorTest {
  static List<JsonNode> frozen() throws IOException {
    try (InputStream file = JournalCursorTest.class.getResourceAsStream("/formats/vectors.json")) {
      JsonNode cursors = new ObjectMapper().readTree(file).required("cursor");
      assertThat(cursors).hasSize(3);
      return StreamSupport.stream(cursors.spliterator(), false).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void aPageEndsInThisCursorAndTheNextBeginsThere(JsonNode example) {
    DayQuery query =
        new DayQuery(
            date(example, "from"), date(example, "to"), Optional.empty(), Optional.empty());
    String cursor = example.at("/expect/cursor").asText();

    assertThat(JournalCursor.at(date(example, "next"), query)).isEqualTo(cursor);
    assertThat(JournalCursor.dateIn(cursor, query)).isEqualTo(date(example, "next"));
  }

  private static LocalDate date(JsonNode example, String member) {
    return LocalDate.parse(example.required("input").required(member).asText());
  }
}
