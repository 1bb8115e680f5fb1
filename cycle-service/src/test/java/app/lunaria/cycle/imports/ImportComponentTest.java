package app.lunaria.cycle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import app.lunaria.cycle.IssuersKeys;
import app.lunaria.cycle.Person;
import app.lunaria.cycle.portability.ExportMaker;
import app.lunaria.cycle.portability.MadeExport;
import app.lunaria.testkit.rows.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class ImportComponentTest extends ImportGround {
  @Test
  void aFileBecomesDaysAndAReportOfWhatDidNot() {
    Person ada = Person.stranger();

    ada.importFile(THREE_DAYS)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .body("format", equalTo("clue"))
        .body("days.understood", equalTo(3))
        .body("days.new", equalTo(3))
        .body("days.unchanged", equalTo(0))
        .body("days.merged", equalTo(0))
        .body("notUnderstood", hasSize(1))
        .body("notUnderstood[0].kind", equalTo("a_kind_of_tomorrow"))
        .body("notUnderstood[0].count", equalTo(1))
        .body("notUnderstood[0].reason", equalTo("unknown-kind"));

    ada.query("2026-01-01", "2026-01-31")
        .then()
        .body("days.day", contains("2026-01-05", "2026-01-06", "2026-01-18"))
        .body("days[0].flow", equalTo("heavy"))
        .body("days[0].symptoms", contains("period-cramps"))
        .body("days[2].temperature.celsius", equalTo(36.52f));
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    Person ada = Person.stranger();
    ada.importFile(THREE_DAYS).then().statusCode(200);
    String before = ada.query("2026-01-01", "2026-01-31").asString();

    ada.importFile(THREE_DAYS)
        .then()
        .statusCode(200)
        .body("days.new", equalTo(0))
        .body("days.unchanged", equalTo(3))
        .body("days.merged", equalTo(0));

    assertThat(ada.query("2026-01-01", "2026-01-31").asString()).isEqualTo(before);
  }

  @Test
  void whatSheWroteHerselfIsFilledUpAndNeverOverwritten() {
    Person ada = Person.stranger();
    ada.write(
            "{\"day\":\"2026-01-05\",\"flow\":\"light\",\"symptoms\":[\"headache\"],\"notes\":\"mine\"}")
        .then()
        .statusCode(201);

    ada.importFile(THREE_DAYS).then().body("days.new", equalTo(2)).body("days.merged", equalTo(1));

    ada.query("2026-01-05", "2026-01-05")
        .then()
        .body("days[0].flow", equalTo("light"))
        .body("days[0].symptoms", contains("headache", "period-cramps"))
        .body("days[0].notes", equalTo("mine"));
  }

  @Test
  void whatSheTookOutAfterAnImportDoesNotComeBackWithTheSameFile() {
    Person ada = Person.stranger();
    ada.importFile(THREE_DAYS).then().statusCode(200);
    String etag = ada.query("2026-01-05", "2026-01-05").path("days[0].etag");
    ada.rewrite("{\"day\":\"2026-01-05\",\"flow\":\"heavy\"}", etag).then().statusCode(200);

    ada.importFile(THREE_DAYS).then().body("days.unchanged", equalTo(3));

    assertThat(ada.query("2026-01-05", "2026-01-05").jsonPath().getMap("days[0]"))
        .doesNotContainKey("symptoms");
  }

  @Test
  void tenYearsComeInWholeAndMakeTheForecast() {
    Person ada = Person.stranger();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    MadeExport export = ExportMaker.tenYears(4711, today);

    ada.importFile(export.file())
        .then()
        .statusCode(200)
        .body("days.understood", equalTo(export.days().size()))
        .body("days.new", equalTo(export.days().size()))
        .body("notUnderstood[0].count", equalTo(export.unknownRecords()));

    assertThat(rows("journal_day", ada)).isEqualTo(export.days().size());
    ada.get("/v1/forecast")
        .then()
        .statusCode(200)
        .body("cycles", equalTo(export.periodStarts().size() - 1));
  }

  @Test
  void aPreviewSaysWhatAnImportWouldDoAndStoresNothing() {
    Person ada = Person.stranger();
    String before = ada.preview(THREE_DAYS).then().statusCode(200).extract().asString();
    assertThat(rows("subject_key", ada)).isZero();

    assertThat(ada.importFile(THREE_DAYS).asString()).isEqualTo(before);
    ada.preview(THREE_DAYS).then().body("days.unchanged", equalTo(3));
  }

  @Test
  void whatIsCutOrOfNoFormatIsRefusedAndStoresNothing() {
    Person ada = Person.stranger();

    ada.importFile(Arrays.copyOf(THREE_DAYS, THREE_DAYS.length - 40))
        .then()
        .statusCode(422)
        .body("type", endsWith("/truncated-import"));
    ada.importFile("{\"operationalData\":{}}".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(422)
        .body("type", endsWith("/unknown-format"));

    assertThat(rows("subject_key", ada)).isZero();
  }

  /** Short days go in one statement and long ones in the next; the database gives up between. */
  @Test
  void aDatabaseThatGivesUpInTheMiddleLeavesNothingHalfWritten()
      throws InterruptedException, ExecutionException {
    Person ada = Person.stranger();
    String note = "x".repeat(700);
    byte[] twoLengths =
        file(
            """
            {"type":"period","date":"2026-01-05","value":{"option":"heavy"}},
            {"type":"note","date":"2026-01-06","value":"%s"},
            {"type":"period","date":"2026-01-07","value":{"option":"heavy"}}"""
                .formatted(note));
    Rows.execute(
        service,
        "create function give_up() returns trigger language plpgsql as "
            + "$$ begin raise exception 'disk full' using errcode = '53100'; end $$;"
            + "create trigger give_up before insert on journal_day for each row"
            + " when (octet_length(new.document) > 594) execute function give_up()");
    try {
      ada.importFile(twoLengths, "again")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("type", endsWith("/database-unavailable"));
      for (String table : new String[] {"journal_day", "cycle_summary", "idempotency_answer"}) {
        assertThat(rows(table, ada)).as(table).isZero();
      }
    } finally {
      Rows.execute(service, "drop trigger give_up on journal_day; drop function give_up()");
    }

    ada.importFile(twoLengths, "again").then().statusCode(200).body("days.new", equalTo(3));
  }
}
