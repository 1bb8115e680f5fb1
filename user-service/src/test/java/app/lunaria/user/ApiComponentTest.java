package app.lunaria.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.testkit.api.ServedDescription;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The service is what docs/api says, and docs/api says all that the service is. */
@QuarkusTest
class ApiComponentTest {
  @TestHTTPResource(value = "/openapi", management = true)
  URI description;

  @Test
  void theDescriptionHasEachRouteOfTheServiceAndNoOther() throws IOException, InterruptedException {
    ServedDescription.of("user-service", description).isCommitted();
  }

  @Test
  void eachDescribedSuccessIsAnsweredAsDescribed() {
    Person person = Person.signedIn();
    person.refresh();
    person.get("/v1/account");
    person.get("/v1/consents");
    String decision = "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}";
    person.post("/v1/consents", decision);
    person.post("/v1/consents", decision);
    person.post("/v1/consents", "{\"purpose\":\"health-processing\",\"given\":false}");
    person.get("/v1/consents");
    for (String open :
        new String[] {
          "/oauth2/jwks",
          "/.well-known/openid-configuration",
          "/.well-known/oauth-authorization-server"
        }) {
      given().filter(Person.API).get(open);
    }
    person.signOut();

    assertThat(Person.API.successesNotSeen()).isEmpty();
  }
}
