package app.lunaria.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.testkit.api.ServedDescription;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The service is what docs/api says, and docs/api says all that the service is. */
@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class ApiComponentTest {
  private static final String DAY =
      "{\"day\":\"2024-02-29\",\"flow\":\"medium\",\"symptoms\":[\"headache\"],\"mood\":[\"calm\"],"
          + "\"temperature\":{\"celsius\":36.52},\"notes\":\"slept well\"}";
  private static final byte[] FILE =
      "[{\"date\":\"2024-03-05\",\"type\":\"period\",\"value\":{\"option\":\"medium\"}},{\"type\":\"a\"}]"
          .getBytes(StandardCharsets.UTF_8);

  @TestHTTPResource(value = "/openapi", management = true)
  URI description;

  @Test
  void theDescriptionHasEachRouteOfTheServiceAndNoOther() throws IOException, InterruptedException {
    ServedDescription.of("cycle-service", description).isCommitted();
  }

  @Test
  void eachDescribedSuccessIsAnsweredAsDescribed() {
    Person person = Person.stranger();
    person.get("/v1/forecast");
    Response written = person.write(DAY);
    person.write(DAY);
    String path = "/v1/journal/days/" + written.path("id");
    String etag = written.header("ETag");
    person.get(path);
    person.signed("GET", path).header("If-None-Match", etag).get(path);
    person.query("2024-02-01", "2024-03-31");
    person.get("/v1/forecast");
    person.delete(path, etag);
    person.preview(FILE);
    person.importFile(FILE);

    assertThat(Person.API.successesNotSeen()).isEmpty();
  }
}
