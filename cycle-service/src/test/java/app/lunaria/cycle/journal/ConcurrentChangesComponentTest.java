package app.lunaria.cycle.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import app.lunaria.cycle.IssuersKeys;
import app.lunaria.cycle.Person;
import app.lunaria.testkit.rows.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes of one person that come at the same time: they take turns, and none is lost. */
@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class ConcurrentChangesComponentTest {
  private static final String DAYS = "/v1/journal/days";
  private static final int MANY = 24;
  private static final int THREADS = 8;

  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  private final Person ada = Person.stranger();

  @Test
  void eachOfManyNewDaysIsThereWithARevisionOfItsOwn() {
    List<Response> answers = together(i -> ada.write(day(i, i % 5 < 2 ? "heavy" : "none")));

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(answers).extracting(answer -> answer.header("ETag")).doesNotHaveDuplicates();
    ada.query("2026-01-01", "2026-01-31").then().body("days", hasSize(MANY));
    assertThat(number("select seq from cycle_summary where subject = ")).isEqualTo(MANY);
    String told = ada.get("/v1/forecast").asString();
    Rows.execute(
        service, "update cycle_summary set document = null where subject = " + ada.subjectInSql());
    assertThat(ada.get("/v1/forecast").asString()).isEqualTo(told);
  }

  @Test
  void ofManyThatMakeTheSameDayOneDoes() {
    List<Response> answers =
        together(
            i ->
                ada.signed("PUT", DAYS)
                    .contentType("application/json")
                    .header("If-None-Match", "*")
                    .body(day(0, "heavy").replace("}", ",\"notes\":\"" + i + "\"}"))
                    .put(DAYS));

    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
    assertThat(answers).extracting(Response::statusCode).containsOnly(201, 412);
    assertThat(number("select seq from cycle_summary where subject = ")).isEqualTo(1);
  }

  @Test
  void aProofThatComesManyTimesCountsOnce() {
    String proof = ada.proof("PUT", DAYS, Optional.of(ada.accessToken()));

    List<Response> answers =
        together(
            i ->
                given()
                    .header("Authorization", "DPoP " + ada.accessToken())
                    .header("DPoP", proof)
                    .contentType("application/json")
                    .body(day(i, "heavy"))
                    .put(DAYS));

    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
    assertThat(answers).extracting(Response::statusCode).containsOnly(201, 401);
    assertThat(number("select count(*) from journal_day where subject = ")).isEqualTo(1);
  }

  private static List<Response> together(IntFunction<Response> request) {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      return IntStream.range(0, MANY)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private long number(String query) {
    return Rows.number(service, query + ada.subjectInSql());
  }

  private static String day(int offset, String flow) {
    return "{\"day\":\"2026-01-%02d\",\"flow\":\"%s\"}".formatted(offset + 1, flow);
  }
}
