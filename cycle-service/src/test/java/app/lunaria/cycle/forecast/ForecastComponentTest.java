package app.lunaria.cycle.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.lunaria.cycle.IssuersKeys;
import app.lunaria.cycle.Person;
import app.lunaria.cycle.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class ForecastComponentTest {
  private static final String FORECAST = "/v1/forecast";

  /** Two zones in which it is never the same day: 25 hours lie between them. */
  private static final String EARLIEST = "Pacific/Kiritimati";

  private static final String LATEST = "Pacific/Pago_Pago";

  @Test
  void beforeHerFirstPeriodThereIsNothingToSay() {
    Person ada = Person.stranger();
    ada.write(day(today(), "spotting")).then().statusCode(201);

    for (Person person : List.of(ada, Person.stranger())) {
      person
          .get(FORECAST)
          .then()
          .statusCode(200)
          .header("Cache-Control", "no-store")
          .body("asOf", equalTo(today().toString()))
          .body("next", nullValue())
          .body("probabilities", hasSize(0))
          .body("late", equalTo(false))
          .body("askForgotten", equalTo(false))
          .body("lastRecordDouble", equalTo(false))
          .body("cycles", equalTo(0));
    }
  }

  @Test
  void aForecastRestsOnTheStartsOfHerPeriods() {
    Person ada = Person.stranger();
    LocalDate last = today().minusDays(10);
    periods(ada, last, 4);

    Response forecast = ada.get(FORECAST);

    forecast.then().statusCode(200).body("cycles", equalTo(3));
    LocalDate median = LocalDate.parse(forecast.path("next.median"));
    assertThat(median).isBetween(last.plusDays(27), last.plusDays(29));
    assertThat(LocalDate.parse(forecast.path("next.p10"))).isBetween(today(), median);
    assertThat(LocalDate.parse(forecast.path("next.p90"))).isAfterOrEqualTo(median);
    List<Number> probabilities = forecast.jsonPath().getList("probabilities.p");
    assertThat(probabilities.stream().mapToDouble(Number::doubleValue).sum())
        .isCloseTo(1, within(1e-6));
    assertThat(forecast.jsonPath().getList("probabilities.date", String.class))
        .isSorted()
        .allSatisfy(date -> assertThat(LocalDate.parse(date)).isAfter(today()));
  }

  @Test
  void whatSheWritesAndDeletesIsInTheNextForecast() {
    Person ada = Person.stranger();
    periods(ada, today().minusDays(10), 2);
    ada.get(FORECAST).then().body("cycles", equalTo(1));

    Response third = ada.write(day(today(), "light"));
    ada.get(FORECAST).then().body("cycles", equalTo(2));
    ada.delete("/v1/journal/days/" + third.path("id"), third.header("ETag")).then().statusCode(204);

    ada.get(FORECAST).then().body("cycles", equalTo(1));
  }

  @Test
  void theDayIsTheOneWhereSheIs() {
    Person ada = Person.stranger();
    LocalDate east = LocalDate.now(ZoneId.of(EARLIEST));

    LocalDate there = asOf(ada, EARLIEST);
    LocalDate here = asOf(ada, LATEST);

    assertThat(there).isBetween(east, LocalDate.now(ZoneId.of(EARLIEST)));
    assertThat(here).isBefore(there);
  }

  /** In the night of 29 March 2026 the clocks of Berlin skip an hour; no day is lost or doubled. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28T22:59:59Z, 2026-03-28, 2026-03-28",
    "2026-03-28T23:00:00Z, 2026-03-29, 2026-03-28",
    "2026-03-29T00:59:59Z, 2026-03-29, 2026-03-29",
    "2026-03-29T21:59:59Z, 2026-03-29, 2026-03-29",
    "2026-03-29T22:00:00Z, 2026-03-30, 2026-03-29",
    "2026-10-25T22:59:59Z, 2026-10-25, 2026-10-25",
    "2026-10-25T23:00:00Z, 2026-10-26, 2026-10-25"
  })
  void theDayTurnsAtMidnightAlsoWhenTheClocksChange(
      Instant moment, LocalDate inBerlin, LocalDate inUtc) {
    TestClock.at(
        moment,
        () -> {
          Person ada = Person.stranger();

          assertThat(asOf(ada, "Europe/Berlin")).isEqualTo(inBerlin);
          ada.get(FORECAST).then().body("asOf", equalTo(inUtc.toString()));
        });
  }

  @Test
  void aForecastThatDidNotComeTrueIsLateAndThenGivesUp() {
    Person ada = Person.stranger();
    LocalDate last = LocalDate.of(2026, 1, 1);
    for (LocalDate start = last.minusDays(28 * 6);
        !start.isAfter(last);
        start = start.plusDays(28)) {
      ada.write(day(start, "medium")).then().statusCode(201);
    }
    assertThat(on(last.plusDays(27), ada)).containsEntry("late", false);
    Map<String, Object> late = on(last.plusDays(40), ada);
    Map<String, Object> hopeless = on(last.plusDays(180), ada);

    assertThat(late).containsEntry("late", true).containsEntry("askForgotten", true);
    assertThat(late.get("next")).isNotNull();
    assertThat(hopeless).containsEntry("late", true).containsEntry("askForgotten", true);
    assertThat(hopeless.get("next")).isNull();
    assertThat((List<?>) hopeless.get("probabilities")).isEmpty();
  }

  private static Map<String, Object> on(LocalDate date, Person person) {
    Map<String, Object> forecast = new HashMap<>();
    TestClock.at(
        date.atTime(12, 0).toInstant(ZoneOffset.UTC),
        () -> forecast.putAll(person.again().get(FORECAST).jsonPath().getMap("")));
    person.again();
    return forecast;
  }

  @Test
  void aStartThatHasNotComeYetWhereSheIsDoesNotCountYet() {
    Person ada = Person.stranger();
    ada.write(day(today().plusDays(1), "medium")).then().statusCode(201);

    ada.signed("GET", FORECAST)
        .header("Time-Zone", LATEST)
        .get(FORECAST)
        .then()
        .statusCode(200)
        .body("next", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "+02:00", "europe/berlin", "Europe/Berlin "})
  void aZoneThatIsNoneIsRefused(String zone) {
    Response answer =
        Person.stranger().signed("GET", FORECAST).header("Time-Zone", zone).get(FORECAST);

    if (zone.equals(zone.strip())) {
      answer.then().statusCode(422).body("type", endsWith("/value-out-of-range"));
    } else { // white space around a field's value is no part of it
      answer.then().statusCode(200);
    }
  }

  /** Periods of four days, 28 days apart. */
  private static void periods(Person person, LocalDate last, int count) {
    for (int period = 0; period < count; period++) {
      for (int day = 0; day < 4; day++) {
        person
            .write(day(last.minusDays(28L * period).plusDays(day), "medium"))
            .then()
            .statusCode(201);
      }
    }
  }

  private static LocalDate asOf(Person person, String zone) {
    return LocalDate.parse(
        person.signed("GET", FORECAST).header("Time-Zone", zone).get(FORECAST).path("asOf"));
  }

  private static String day(LocalDate date, String flow) {
    return "{\"day\":\"%s\",\"flow\":\"%s\"}".formatted(date, flow);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
