package app.lunaria.cycle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.lunaria.cycle.IssuersKeys;
import app.lunaria.cycle.Person;
import app.lunaria.cycle.TestClock;
import app.lunaria.testkit.rows.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Imports that are sent again: with the same key, with another file, at the same time. */
@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class RepeatedImportComponentTest extends ImportGround {
  @Test
  void aRepeatedRequestGetsTheSameAnswerAndAnotherWithItsKeyIsRefused() {
    Person ada = Person.stranger();
    byte[] other =
        file("{\"type\":\"period\",\"date\":\"2026-02-05\",\"value\":{\"option\":\"light\"}}");
    Response first = ada.importFile(THREE_DAYS, "one intention");

    Response again = ada.importFile(THREE_DAYS, "one intention");

    again.then().statusCode(200).contentType("application/json");
    assertThat(again.asString()).isEqualTo(first.asString()).contains("\"new\":3");
    ada.importFile(other, "one intention")
        .then()
        .statusCode(422)
        .body("type", endsWith("/idempotency-key-reused"));
    ada.query("2026-02-01", "2026-02-28").then().body("days", hasSize(0));
    Person.stranger().importFile(other, "one intention").then().body("days.new", equalTo(1));
  }

  @Test
  void aKeyIsFreeAgainAfterADayAndItsRowGoesWithTheDayAfterTheNext() {
    Person ada = Person.stranger();
    byte[] other =
        file("{\"type\":\"period\",\"date\":\"2026-02-05\",\"value\":{\"option\":\"light\"}}");
    Instant noon = LocalDate.now(ZoneOffset.UTC).atTime(12, 0).toInstant(ZoneOffset.UTC);
    TestClock.at(noon, () -> ada.again().importFile(THREE_DAYS, "a day").then().statusCode(200));

    TestClock.at(
        noon.plus(Duration.ofHours(23)),
        () -> ada.again().importFile(other, "a day").then().statusCode(422));
    TestClock.at(
        noon.plus(Duration.ofHours(25)),
        () -> ada.again().importFile(other, "a day").then().body("days.new", equalTo(1)));

    forgetAt(noon.plus(Duration.ofDays(2)));
    assertThat(rows("idempotency_answer", ada)).isEqualTo(1);
    forgetAt(noon.plus(Duration.ofDays(3)));
    assertThat(rows("idempotency_answer", ada)).isZero();
  }

  private void forgetAt(Instant moment) {
    TestClock.at(
        moment,
        () -> {
          try {
            VertxContextSupport.subscribeAndAwait(ended::forget);
          } catch (Throwable failed) {
            throw new AssertionError(failed);
          }
        });
  }

  @Test
  void aKeptAnswerIsSealedAndItsRowTellsNothingOfTheKey() {
    Person ada = Person.stranger();
    ada.importFile(THREE_DAYS, "one intention").then().statusCode(200);

    assertThat(rows("idempotency_answer", ada)).isEqualTo(1);
    assertThat(
            Rows.number(
                service,
                "select count(*) from idempotency_answer where position('clue'::bytea in document)"
                    + " > 0 or position('intention'::bytea in row_id) > 0"))
        .isZero();
    assertThat(
            Rows.number(
                service,
                "select count(*) from idempotency_answer where last_day <> "
                    + "(now() at time zone 'UTC')::date + 1 and subject = "
                    + ada.subjectInSql()))
        .isZero();
  }

  @Test
  void whileOneIsWorkedOnAnotherWithItsKeyIsToldToWait() throws IOException {
    Person ada = Person.stranger();
    ada.importFile(file("")).then().statusCode(200);
    CompletableFuture<Response>[] first = new CompletableFuture[1];

    Rows.whileLocked(
        service,
        "lock table journal_day in access exclusive mode",
        () -> {
          first[0] = CompletableFuture.supplyAsync(() -> ada.importFile(THREE_DAYS, "twice"));
          await().atMost(Duration.ofSeconds(30)).until(() -> waiting() > 0);

          ada.importFile(THREE_DAYS, "twice")
              .then()
              .statusCode(409)
              .header("Retry-After", "1")
              .body("type", endsWith("/idempotency-in-progress"));
        });

    first[0].join().then().statusCode(200).body("days.new", equalTo(3));
  }
}
