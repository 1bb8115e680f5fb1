package app.lunaria.cycle.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import app.lunaria.cycle.IssuersKeys;
import app.lunaria.cycle.Person;
import app.lunaria.testkit.rows.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That a forecast reads one row, and that the row is true after every change. */
@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class SummaryComponentTest {
  private static final String FORECAST = "/v1/forecast";
  private static final String[] FLOWS = {"none", "spotting", "light", "heavy"};

  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  private final Person ada = Person.stranger();

  /** What is read is the summary's row alone, also after she wrote. */
  @Test
  void theJournalIsNotReadForAForecast() {
    write(today().minusDays(38), "medium");
    Response second = write(today().minusDays(10), "medium");
    Rows.execute(
        service,
        "update journal_day set document = decode(repeat('00', 594), 'hex') where subject = "
            + ada.subjectInSql());

    ada.get(FORECAST).then().statusCode(200).body("cycles", equalTo(1));
    write(today(), "medium").then().statusCode(201);
    ada.get(FORECAST).then().statusCode(200).body("cycles", equalTo(2));

    withoutSummary();
    ada.get(FORECAST).then().statusCode(500).body("type", endsWith("/sealed-data-refused"));
    assertThat(second.statusCode()).isEqualTo(201);
  }

  @Test
  void afterEveryChangeItSaysWhatTheWholeJournalSays() {
    Random random = new Random(19);
    Map<LocalDate, Response> written = new TreeMap<>();
    for (int change = 0; change < 30; change++) {
      LocalDate day = today().minusDays(random.nextInt(40));
      change(written, day, FLOWS[random.nextInt(FLOWS.length)], random.nextInt(4) == 0);

      String told = ada.get(FORECAST).asString();

      withoutSummary();
      assertThat(ada.get(FORECAST).asString()).isEqualTo(told);
    }
  }

  private void change(
      Map<LocalDate, Response> written, LocalDate day, String flow, boolean deletes) {
    Response there = written.get(day);
    if (there == null) {
      written.put(day, write(day, flow));
    } else if (deletes) {
      ada.delete("/v1/journal/days/" + there.path("id"), there.header("ETag"))
          .then()
          .statusCode(204);
      written.remove(day);
    } else {
      Response rewritten = ada.rewrite(day(day, flow), there.header("ETag"));
      rewritten.then().statusCode(200);
      written.put(day, rewritten);
    }
  }

  /** Two copies of the table do not tell whether bleeding changed between them. */
  @Test
  void theRowIsAnotherOneAfterEveryWriteAndOfTheSameLength() {
    write(today().minusDays(9), "medium");
    long bleeding = digest();
    long length = length();

    write(today().minusDays(5), "none");

    assertThat(digest()).isNotEqualTo(bleeding);
    assertThat(length()).isEqualTo(length);
  }

  /** Nor whether it changed so far back that the summary had to be left as it was. */
  @Test
  void aChangeFarBackDoesNotShowAndIsInTheNextForecast() {
    ada.importFile(clue(60)).then().statusCode(200).body("days.new", equalTo(60));
    ada.get(FORECAST).then().body("cycles", equalTo(59));
    long length = length();

    write(today().minusDays(59 * 28 + 14), "heavy").then().statusCode(201);
    write(today().minusDays(1), "none").then().statusCode(201);

    assertThat(length()).isEqualTo(length);
    String told = ada.get(FORECAST).then().body("cycles", equalTo(60)).extract().asString();
    withoutSummary();
    assertThat(ada.get(FORECAST).asString()).isEqualTo(told);
  }

  @Test
  void anImportIsInTheNextForecast() {
    write(today().minusDays(70), "medium");
    ada.get(FORECAST).then().body("cycles", equalTo(0));

    ada.importFile(clue(2)).then().statusCode(200).body("days.new", equalTo(2));

    ada.get(FORECAST).then().body("cycles", equalTo(2));
    write(today().minusDays(100), "medium");
    ada.get(FORECAST).then().body("cycles", equalTo(3));
  }

  @Test
  void aSummaryThatWasTamperedWithIsRefusedAndNothingIsWrittenOnIt() {
    Response written = write(today().minusDays(10), "medium");
    Rows.execute(
        service,
        "update cycle_summary set document = set_byte(document, 100, get_byte(document, 100) # 1)"
            + " where subject = "
            + ada.subjectInSql());

    ada.get(FORECAST).then().statusCode(500).body("type", endsWith("/sealed-data-refused"));
    write(today(), "light").then().statusCode(500).body("type", endsWith("/sealed-data-refused"));
    ada.delete("/v1/journal/days/" + written.path("id"), written.header("ETag"))
        .then()
        .statusCode(500);
    assertThat(number("select count(*) from journal_day where subject = ")).isEqualTo(1);
  }

  private Response write(LocalDate day, String flow) {
    return ada.write(day(day, flow));
  }

  private void withoutSummary() {
    Rows.execute(
        service, "update cycle_summary set document = null where subject = " + ada.subjectInSql());
  }

  private long digest() {
    return number("select hashtextextended(document::text, 0) from cycle_summary where subject = ");
  }

  private long length() {
    return number("select octet_length(document) from cycle_summary where subject = ");
  }

  private long number(String query) {
    return Rows.number(service, query + ada.subjectInSql());
  }

  /** Periods of one day, 28 days apart, the last of them today. */
  private static byte[] clue(int periods) {
    return IntStream.range(0, periods)
        .mapToObj(period -> today().minusDays(28L * period))
        .map("{\"type\":\"period\",\"date\":\"%s\",\"value\":{\"option\":\"heavy\"}}"::formatted)
        .collect(Collectors.joining(",", "[", "]"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String day(LocalDate date, String flow) {
    return "{\"day\":\"%s\",\"flow\":\"%s\"}".formatted(date, flow);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
