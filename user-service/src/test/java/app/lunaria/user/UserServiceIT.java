package app.lunaria.user;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import app.lunaria.testkit.program.ShippedProgram;
import app.lunaria.testkit.program.ShippedService;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program as it is shipped, and what it does for a person. */
@QuarkusIntegrationTest
@WithTestResource(ShippedProgram.class)
class UserServiceIT extends ShippedService {
  @Override
  protected Guest guest() {
    Person ada = Person.signedIn();
    ada.get("/v1/account").then().statusCode(200);
    return new Guest(
        ada.key(),
        ada.accessToken(),
        "/v1/account",
        List.of(ada.email(), ada.password(), "1994-05-17"));
  }

  @Test
  void aPersonSignsUpReadsHerAccountConsentsAndRefreshes() {
    Person ada = Person.signedIn();

    ada.get("/v1/account").then().statusCode(200).body("email", equalTo(ada.email()));
    ada.post("/v1/consents", "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}")
        .then()
        .statusCode(201);
    ada.refresh().then().statusCode(200);
    ada.get("/v1/consents").then().statusCode(200).body("consents[0].given", equalTo(true));
  }

  @Test
  void theIssuersDocumentsAreThere() {
    given().get("/oauth2/jwks").then().statusCode(200).body("keys[0].alg", equalTo("PS256"));
    given()
        .get("/.well-known/openid-configuration")
        .then()
        .statusCode(200)
        .body("issuer", equalTo(Person.ORIGIN));
  }

  @Test
  void aRefusalIsAProblemThatRepeatsNothing() {
    given()
        .contentType("application/json")
        .body("{\"email\":\"it@example.org\",\"password\":\"short\",\"birthDate\":\"1994-05-17\"}")
        .post("/v1/account")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", endsWith("/weak-password"))
        .body(not(containsString("it@example.org")));
  }
}
