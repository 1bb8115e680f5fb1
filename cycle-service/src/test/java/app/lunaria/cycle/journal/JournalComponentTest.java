package app.lunaria.cycle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.lunaria.cycle.IssuersKeys;
import app.lunaria.cycle.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class JournalComponentTest {
  private static final String DAYS = "/v1/journal/days";
  private static final String WHOLE =
      """
      {"day":"2026-02-28","flow":"very-heavy","symptoms":["headache","cramps","headache"],\
      "mood":["calm"],"temperature":{"celsius":36.5,"excluded":true},"notes":"x \\ud83c\\udf19"}""";

  @Test
  void aDayIsWrittenAndReadAsSheWroteIt() {
    Person ada = Person.stranger();

    Response written = ada.write(WHOLE);

    written
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("day", equalTo("2026-02-28"))
        .body("flow", equalTo("very-heavy"))
        .body("symptoms", contains("cramps", "headache"))
        .body("mood", contains("calm"))
        .body("temperature.celsius", equalTo(36.5f))
        .body("temperature.excluded", equalTo(true))
        .body("notes", equalTo("x \ud83c\udf19"));
    String id = written.path("id");
    assertThat(id).hasSize(22);
    Response read = ada.get(DAYS + "/" + id);
    read.then().statusCode(200);
    assertThat(read.asString()).isEqualTo(written.asString());
    assertThat(read.header("ETag")).isEqualTo(written.header("ETag")).matches("\"[0-9]+\"");
  }

  @Test
  void whatSheDidNotWriteIsNotInTheAnswer() {
    Response written = Person.stranger().write("{\"day\":\"2026-02-28\",\"flow\":null}");

    assertThat(written.jsonPath().getMap("")).containsOnlyKeys("id", "day");
  }

  @Test
  void theWholeDayIsReplacedIfSheKnowsItsVersion() {
    Person ada = Person.stranger();
    Response first = ada.write(WHOLE);

    Response second = ada.rewrite("{\"day\":\"2026-02-28\"}", first.header("ETag"));

    second.then().statusCode(200).body("id", equalTo(first.path("id")));
    assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
    assertThat(second.jsonPath().getMap("")).containsOnlyKeys("id", "day");
  }

  @Test
  void aChangeNeedsTheCurrentVersionAndAnotherIsToldIt() {
    Person ada = Person.stranger();
    String etag = ada.write(WHOLE).header("ETag");
    String other = "{\"day\":\"2026-02-28\"}";

    ada.write(other)
        .then()
        .statusCode(428)
        .header("ETag", etag)
        .body("type", endsWith("/precondition-missing"));
    ada.rewrite(other, "\"4711\"")
        .then()
        .statusCode(412)
        .header("ETag", etag)
        .body("type", endsWith("/changed-meanwhile"));
    ada.signed("PUT", DAYS)
        .contentType("application/json")
        .header("If-None-Match", "*")
        .body(other)
        .put(DAYS)
        .then()
        .statusCode(412);
    ada.query("2026-02-28", "2026-02-28").then().body("days[0].flow", equalTo("very-heavy"));
  }

  @Test
  void whatIsStoredAlreadyMayBeSentAgainWhateverThePrecondition() {
    Person ada = Person.stranger();
    String etag = ada.write(WHOLE).header("ETag");

    ada.write(WHOLE).then().statusCode(200).header("ETag", etag);
    ada.rewrite(WHOLE, "\"4711\"").then().statusCode(200).header("ETag", etag);
  }

  @Test
  void aDayThatIsDeletedAndWrittenAgainHasANewVersion() {
    Person ada = Person.stranger();
    Response first = ada.write(WHOLE);
    String path = DAYS + "/" + first.path("id");

    ada.signed("DELETE", path).delete(path).then().statusCode(428);
    ada.delete(path, "\"4711\"").then().statusCode(412);
    ada.delete(path, first.header("ETag")).then().statusCode(204);
    ada.get(path).then().statusCode(404);
    ada.delete(path, first.header("ETag")).then().statusCode(404);

    ada.write(WHOLE).then().statusCode(201).header("ETag", not(equalTo(first.header("ETag"))));
  }

  @Test
  void aReaderWhoHasTheVersionIsToldSo() {
    Person ada = Person.stranger();
    Response written = ada.write(WHOLE);
    String path = DAYS + "/" + written.path("id");

    ada.signed("GET", path)
        .header("If-None-Match", written.header("ETag"))
        .get(path)
        .then()
        .statusCode(304)
        .header("ETag", written.header("ETag"));
  }

  @Test
  void daysAreListedPageByPageInOrder() {
    Person ada = Person.stranger();
    for (String day : List.of("2026-03-02", "2024-02-29", "2026-03-01", "1900-01-01")) {
      ada.write("{\"day\":\"%s\"}".formatted(day)).then().statusCode(201);
    }
    List<String> days = new ArrayList<>();
    String cursor = "null";
    int pages = 0;

    do {
      Response page =
          ada.post(
              "/v1/journal/query",
              "{\"from\":\"0001-01-01\",\"to\":\"2026-03-01\",\"limit\":2,\"cursor\":%s}"
                  .formatted(cursor));
      page.then().statusCode(200);
      days.addAll(page.jsonPath().getList("days.day"));
      String next = page.path("next");
      cursor = next == null ? "null" : "\"" + next + "\"";
      pages++;
    } while (!cursor.equals("null"));

    assertThat(days).containsExactly("1900-01-01", "2024-02-29", "2026-03-01");
    assertThat(pages).isEqualTo(2);
  }

  @Test
  void whoHasWrittenNothingHasAnEmptyJournal() {
    Person ada = Person.stranger();

    ada.query("2026-01-01", "2026-12-31")
        .then()
        .statusCode(200)
        .body("days", hasSize(0))
        .body("next", nullValue());
    ada.get(DAYS + "/AAAAAAAAAAAAAAAAAAAAAA").then().statusCode(404);
  }

  @Test
  void anotherPersonsDayIsNotFound() {
    Person ada = Person.stranger();
    Person bea = Person.stranger();
    Response hers = ada.write(WHOLE);
    bea.write(WHOLE).then().statusCode(201).body("id", not(equalTo(hers.path("id"))));
    String path = DAYS + "/" + hers.path("id");

    bea.get(path).then().statusCode(404);
    bea.delete(path, hers.header("ETag")).then().statusCode(404);
    ada.get(path).then().statusCode(200);
  }

  @Test
  void withoutHerConsentNothingIsReadOrWritten() {
    Person ada = Person.stranger();
    String path = DAYS + "/" + ada.write(WHOLE).path("id");
    ada.withConsents(Map.of());

    ada.get(path).then().statusCode(403).body("type", endsWith("/consent-missing"));
    ada.write("{\"day\":\"2026-02-27\"}").then().statusCode(403);
    ada.query("2026-01-01", "2026-12-31").then().statusCode(403);

    ada.withConsents(Map.of("health-processing", "1"));
    ada.query("2026-02-27", "2026-02-27").then().body("days", hasSize(0));
  }
}
