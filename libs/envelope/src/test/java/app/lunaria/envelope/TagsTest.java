package app.lunaria.envelope;

import static app.lunaria.envelope.FrozenCases.hex;
import static app.lunaria.envelope.FrozenCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TagsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 8);

  static List<JsonNode> days() {
    return FrozenCases.vectors("journalTag", 4);
  }

  static List<JsonNode> answers() {
    return FrozenCases.vectors("idempotencyRowId", 2);
  }

  @ParameterizedTest
  @MethodSource("days")
  void aJournalDayIsFoundByThisTag(JsonNode vector) {
    DataKey key = DataKey.of(FrozenCases.key(vector, "input", "dek"));

    try (DayTags tags = DayTags.of(key)) {
      assertThat(tags.of(LocalDate.parse(text(vector, "input", "date"))))
          .isEqualTo(hex(vector, "expect", "tag"));
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void aStoredAnswerIsFoundByThisRowId(JsonNode vector) {
    DataKey key = DataKey.of(FrozenCases.key(vector, "input", "dek"));

    byte[] rowId =
        AnswerTag.of(key, text(vector, "input", "operation"), text(vector, "input", "headerValue"));

    assertThat(rowId).isEqualTo(hex(vector, "expect", "rowId"));
  }

  @Test
  void everyDayFrom1900To2100HasATagOfItsOwn() {
    Set<String> seen = new HashSet<>();
    try (DayTags tags = DayTags.of(DataKey.random())) {
      for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
        assertThat(seen.add(HexFormat.of().formatHex(tags.of(day)))).isTrue();
      }
    }
  }

  @Test
  void twoPersonsHaveDifferentTagsForTheSameDay() {
    try (DayTags hers = DayTags.of(DataKey.random());
        DayTags anothers = DayTags.of(DataKey.random())) {
      assertThat(hers.of(DAY)).isNotEqualTo(anothers.of(DAY));
    }
  }

  @Test
  void operationAndKeyCannotBeShiftedIntoEachOther() {
    DataKey key = DataKey.random();

    assertThat(AnswerTag.of(key, "imports", "-1")).isNotEqualTo(AnswerTag.of(key, "imports-", "1"));
  }

  @Test
  void aDestroyedDataKeyGivesNoTag() {
    DataKey key = DataKey.random();
    DayTags before = DayTags.of(key);
    before.close();
    key.destroy();

    assertThatThrownBy(() -> DayTags.of(key)).isInstanceOf(KeyUnavailableException.class);
    assertThatThrownBy(() -> before.of(DAY)).isInstanceOf(KeyUnavailableException.class);
    assertThatThrownBy(() -> AnswerTag.of(key, "imports-post", "1"))
        .isInstanceOf(KeyUnavailableException.class);
  }
}
