package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.days;
import static app.lunaria.cycle.portability.Exported.line;
import static app.lunaria.cycle.portability.Exported.measurement;
import static app.lunaria.cycle.portability.Exported.measurements;
import static app.lunaria.cycle.portability.Exported.option;
import static app.lunaria.cycle.portability.Exported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.portability.NotUnderstood.Reason;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A day is the date in the file; a time behind it moves nothing. */
class ClueDatesTest {
  private static String on(String date) {
    return measurements(measurement("period", date, option("light")));
  }

  private static String backup(String day) {
    return "{\"data\":[{\"day\":\"%s\",\"period\":\"light\",\"pms\":true}]}".formatted(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-29",
        "2026-03-29T00:00:00.000Z",
        "2026-03-29T23:59:59+02:00",
        "2026-03-29T02:30:00",
        "2026-03-29 00:00:00.0",
        "2026-03-29T",
        "2026-03-29 sometime",
      })
  void theDateOfADayIsTheOneInTheFile(String date) {
    for (String zone : new String[] {"Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"}) {
      TimeZone before = TimeZone.getDefault();
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      try {
        assertThat(days(on(date))).extracting(DayEntry::date).containsExactly(day("2026-03-29"));
        assertThat(days(backup(date)))
            .extracting(DayEntry::date)
            .containsExactly(day("2026-03-29"));
      } finally {
        TimeZone.setDefault(before);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "garbage, IMPOSSIBLE_DATE",
    "2026-02-30, IMPOSSIBLE_DATE",
    "2025-02-29, IMPOSSIBLE_DATE",
    "2026-13-01, IMPOSSIBLE_DATE",
    "2026-00-10, IMPOSSIBLE_DATE",
    "2026-1-5, IMPOSSIBLE_DATE",
    "20260105, IMPOSSIBLE_DATE",
    "2026-01-050, IMPOSSIBLE_DATE",
    "2026-01-05Z, IMPOSSIBLE_DATE",
    "05.01.2026, IMPOSSIBLE_DATE",
    "+2026-01-05, IMPOSSIBLE_DATE",
    "-2026-01-05, IMPOSSIBLE_DATE",
    "' 2026-01-05', IMPOSSIBLE_DATE",
    "٢٠٢٦-٠١-٠٥, IMPOSSIBLE_DATE",
    "1899-12-31, VALUE_OUT_OF_RANGE",
    "0000-01-01, VALUE_OUT_OF_RANGE",
    "2026-11-30, DAY_IN_THE_FUTURE",
    "9999-12-31T00:00:00Z, DAY_IN_THE_FUTURE",
  })
  void aDayThatCannotBeIsReportedForEachKind(String date, Reason reason) {
    assertThat(understood(on(date)).notUnderstood()).containsExactly(line("period", 1, reason));
    assertThat(understood(on(date)).days()).isEmpty();
    assertThat(understood(backup(date)).notUnderstood())
        .containsExactly(line("period", 1, reason), line("pms", 1, reason));
    assertThat(understood(backup(date)).days()).isEmpty();
  }

  @Test
  void theFirstAndTheLastDayThatCanBeAreTaken() {
    assertThat(
            days(
                measurements(
                    measurement("pms", "2026-11-29", option("pms")),
                    measurement("pms", "1900-01-01", option("pms")))))
        .extracting(DayEntry::date)
        .containsExactly(day("1900-01-01"), day("2026-11-29"));
  }

  @Test
  void everyRecordOfADayGoesIntoItsOneEntry() {
    assertThat(
            days(
                measurements(
                    measurement("pain", "2026-01-05", option("headache")),
                    measurement("pain", "2026-01-06", option("headache")),
                    measurement("feelings", "2026-01-05T12:00:00Z", option("sad")))))
        .containsExactly(
            AnEntry.of("2026-01-05").symptoms("headache").mood("sad").entry(),
            AnEntry.of("2026-01-06").symptoms("headache").entry());
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
