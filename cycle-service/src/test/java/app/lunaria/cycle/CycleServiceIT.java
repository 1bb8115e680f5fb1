package app.lunaria.cycle;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import app.lunaria.testkit.program.ShippedProgram;
import app.lunaria.testkit.program.ShippedService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program as it is shipped, and what it does for a person. */
@QuarkusIntegrationTest
@WithTestResource(IssuersKeys.class)
@WithTestResource(ShippedProgram.class)
class CycleServiceIT extends ShippedService {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final String NOTES = "nobody is told of the canary in my notes";

  @Override
  protected Guest guest() {
    Person ada = Person.stranger();
    ada.write("{\"day\":\"2019-03-07\",\"notes\":\"" + NOTES + "\"}").then().statusCode(201);
    return new Guest(ada.key(), ada.accessToken(), "/v1/forecast", List.of(NOTES, "2019-03-07"));
  }

  @Test
  void aPersonWritesADayReadsItAndHerForecast() {
    Person ada = Person.stranger();

    for (int daysAgo : new int[] {60, 32, 4}) {
      ada.write("{\"day\":\"%s\",\"flow\":\"medium\"}".formatted(TODAY.minusDays(daysAgo)))
          .then()
          .statusCode(201);
    }
    ada.write(
            "{\"day\":\""
                + TODAY
                + "\",\"symptoms\":[\"headache\"],\"mood\":[\"calm\"],\"temperature\":"
                + "{\"celsius\":36.52,\"excluded\":false},\"notes\":\""
                + NOTES
                + "\"}")
        .then()
        .statusCode(201);

    ada.query(TODAY.minusDays(60).toString(), TODAY.toString())
        .then()
        .statusCode(200)
        .body("days", hasSize(4))
        .body("days[3].notes", equalTo(NOTES));
    ada.get("/v1/forecast").then().statusCode(200).body("next.median", notNullValue());
  }

  @Test
  void aPersonBringsAFile() {
    Person ada = Person.stranger();
    byte[] file =
        """
        [{"type":"period","date":"2026-01-05","value":{"option":"medium"}},
         {"type":"a_kind_of_tomorrow","date":"2026-01-05","value":{"option":"some"}}]"""
            .getBytes(StandardCharsets.UTF_8);

    ada.preview(file).then().statusCode(200).body("days.new", equalTo(1));
    ada.importFile(file, "key-of-the-first-import").then().statusCode(200);
    ada.importFile(file, "key-of-the-first-import")
        .then()
        .statusCode(200)
        .body("days.new", equalTo(1));
    ada.query("2026-01-01", "2026-01-31")
        .then()
        .statusCode(200)
        .body("days[0].flow", equalTo("medium"));
  }

  @Test
  void aRefusalIsAProblemThatRepeatsNothing() {
    Person ada = Person.stranger();

    ada.write("{\"day\":\"2026-02-30\",\"notes\":\"" + NOTES + "\"}")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", endsWith("/impossible-date"))
        .body(not(containsString("2026-02-30")));
    ada.withConsents(Map.of())
        .get("/v1/forecast")
        .then()
        .statusCode(403)
        .body("type", endsWith("/consent-missing"));
  }
}
