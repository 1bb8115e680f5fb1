package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.http.json.JsonAnswers;
import app.lunaria.redaction.Sensitive;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How answers are written. */
class AnswersTest {
  record Entry(LocalDate day, Optional<String> note, Optional<String> mood, List<String> tags) {}

  record Leak(Sensitive<String> password) {}

  private final ObjectMapper plain =
      new ObjectMapper()
          .registerModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  private ObjectMapper ours() {
    ObjectMapper mapper = plain.copy();
    new JsonAnswers().customize(mapper);
    return mapper;
  }

  @Test
  void whatIsAbsentIsLeftOutAndADayIsAText() throws JsonProcessingException {
    Entry entry =
        new Entry(LocalDate.of(2026, 11, 24), Optional.empty(), Optional.of("calm"), List.of());

    assertThat(ours().writeValueAsString(entry))
        .isEqualTo("{\"day\":\"2026-11-24\",\"mood\":\"calm\",\"tags\":[]}");
  }

  @Test
  void aSensitiveValueIsNotWritten() {
    assertThatThrownBy(() -> ours().writeValueAsString(new Leak(Sensitive.of("canary"))))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void anETagIsTheRevisionInQuotationMarks() {
    assertThat(ETags.of(3)).isEqualTo("\"3\"");
  }
}
