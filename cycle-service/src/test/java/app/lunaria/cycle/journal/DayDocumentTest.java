package app.lunaria.cycle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import app.lunaria.envelope.DamagedException;
import app.lunaria.kit.document.Documents;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed today must be readable for ever: these texts are added to and never changed. */
class DayDocumentTest {
  private static final String FULL =
      "{\"v\":1,\"rev\":7,\"day\":\"2026-06-08\",\"flow\":\"very-heavy\",\"symptoms\":[\"cramps\",\"headache\"],"
          + "\"mood\":[\"calm\"],\"temperature\":{\"celsiusHundredths\":3652,\"excluded\":true},"
          + "\"notes\":\"x\",\"imported\":{\"clue\":\"AAAAAAAAAAAAAAAAAAAAAA\"}}";
  private static final String LEAST = "{\"v\":1,\"rev\":1,\"day\":\"1900-01-01\"}";

  private final Documents documents = new Documents();

  @Test
  void aFullDayIsWrittenSoAndReadAgain() {
    JournalDay day =
        new JournalDay(
            7,
            new DayEntry(
                LocalDate.of(2026, 6, 8),
                Optional.of(Flow.VERY_HEAVY),
                new TreeSet<>(List.of("headache", "cramps")),
                new TreeSet<>(List.of("calm")),
                Optional.of(new BasalTemperature(3652, true)),
                Optional.of("x")),
            Map.of("clue", "AAAAAAAAAAAAAAAAAAAAAA"));

    assertThat(written(day)).isEqualTo(FULL);
    assertThat(read(FULL)).isEqualTo(day);
  }

  @Test
  void aDayOfNothingIsWrittenSoAndReadAgain() {
    JournalDay day = new JournalDay(1, DayEntry.empty(LocalDate.of(1900, 1, 1)), Map.of());

    assertThat(written(day)).isEqualTo(LEAST);
    assertThat(read(LEAST)).isEqualTo(day);
  }

  @Test
  void aMemberOfALaterReleaseIsPassedOver() {
    assertThat(read(FULL.replace("{\"v\":1", "{\"later\":[1],\"v\":1"))).isEqualTo(read(FULL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"v\":2,\"rev\":1,\"day\":\"1900-01-01\"}",
        "{\"v\":1,\"rev\":1}",
        "{\"v\":1,\"rev\":1,\"day\":\"1900-01-01\",\"flow\":\"torrential\"}",
        "{\"v\":1,\"rev\":1,\"day\":\"1900-01-01\",\"symptoms\":[\"NO CODE\"]}",
        "{\"v\":1,\"rev\":1,\"day\":\"1900-01-01\",\"symptoms\":[null]}",
        "{\"v\":1,\"rev\":1,\"day\":\"1900-01-01\",\"temperature\":{\"celsiusHundredths\":1}}",
        "{\"v\":1,\"rev\":1,\"day\":\"1900-01-01\",\"notes\":\"\"}"
      })
  void aDocumentThatDescribesNoDayIsDamaged(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DamagedException.class);
  }

  private String written(JournalDay day) {
    return new String(documents.write(DayDocument.of(day)), StandardCharsets.UTF_8);
  }

  private JournalDay read(String text) {
    return documents
        .read(
            text.getBytes(StandardCharsets.UTF_8),
            DayDocument.class,
            DayDocument::v,
            DayDocument.VERSION)
        .journalDay();
  }
}
