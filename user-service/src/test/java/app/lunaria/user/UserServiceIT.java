package app.lunaria.user;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.caller.SignatureFaults;
import app.lunaria.testkit.program.ProgramOutput;
import app.lunaria.testkit.program.ShippedProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program as it is shipped: the packaged jar, or the executable if that was built. */
@QuarkusIntegrationTest
@WithTestResource(ShippedProgram.class)
class UserServiceIT {
  @BeforeAll
  static void isReadyAndFast() {
    ShippedProgram.awaitReadyAndFast();
  }

  @BeforeEach
  void askIt() {
    RestAssured.reset();
    RestAssured.port = ShippedProgram.port();
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

  @Test
  void whatProvidersOfSignaturesDisagreeOnIsRefusedAlike() {
    Person ada = Person.signedIn();
    Map<String, Object> claims =
        ProofKey.claims(
            "GET", Person.ORIGIN + "/v1/account", Instant.now(), Optional.of(ada.accessToken()));

    SignatureFaults.of(ada.key(), claims)
        .forEach(
            (fault, proof) ->
                assertThat(
                        given()
                            .header("Authorization", "DPoP " + ada.accessToken())
                            .header("DPoP", proof)
                            .get("/v1/account")
                            .statusCode())
                    .as(fault)
                    .isEqualTo(401));
  }

  @Test
  void eachLineOfTheLogIsJsonAndNoneSaysWhatWasSent() throws Exception {
    Person ada = Person.signedIn();
    ada.get("/v1/account").then().statusCode(200);

    assertThat(ProgramOutput.logLines()).isNotEmpty();
    for (String line : ProgramOutput.logLines()) {
      JsonNode json = JsonMapper.builder().build().readTree(line);
      assertThat(json.path("time").asText()).isNotEmpty();
      assertThat(line).doesNotContain(ada.email(), ada.password(), "1994-05-17", ada.accessToken());
    }
  }
}
