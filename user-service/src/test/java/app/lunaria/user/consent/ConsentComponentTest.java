package app.lunaria.user.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.lunaria.user.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentComponentTest {
  private static final String GIVE =
      "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}";
  private static final String WITHDRAW = "{\"purpose\":\"health-processing\",\"given\":false}";

  @Test
  void aConsentIsGivenOnceAndStands() {
    Person ada = Person.signedIn();

    ada.post("/v1/consents", GIVE)
        .then()
        .statusCode(201)
        .body("purpose", equalTo("health-processing"))
        .body("version", equalTo("1"))
        .body("given", equalTo(true))
        .body("on", equalTo(LocalDate.now(ZoneOffset.UTC).toString()));
    ada.post("/v1/consents", GIVE).then().statusCode(200).body("given", equalTo(true));
    ada.get("/v1/consents")
        .then()
        .statusCode(200)
        .body("consents", hasSize(1))
        .body("offered[0].purpose", equalTo("health-processing"));
  }

  @Test
  void theNextTokenShowsWhatSheDecided() {
    Person ada = Person.signedIn();
    assertThat(consentOf(ada)).isEmpty();

    ada.post("/v1/consents", GIVE).then().statusCode(201);
    ada.refresh().then().statusCode(200);
    assertThat(consentOf(ada)).isEqualTo(Map.of("health-processing", "1"));

    ada.post("/v1/consents", WITHDRAW).then().statusCode(201).body("given", equalTo(false));
    ada.refresh().then().statusCode(200);
    assertThat(consentOf(ada)).isEmpty();
    ada.post("/v1/consents", WITHDRAW).then().statusCode(200);
  }

  @Test
  void anOlderTextCannotBeGivenButAlwaysWithdrawn() {
    Person ada = Person.signedIn();

    ada.post("/v1/consents", "{\"purpose\":\"health-processing\",\"version\":\"0\",\"given\":true}")
        .then()
        .statusCode(409)
        .body("type", equalTo("https://lunaria.app/problems/consent-version-outdated"));
    ada.post(
            "/v1/consents", "{\"purpose\":\"health-processing\",\"version\":\"0\",\"given\":false}")
        .then()
        .statusCode(201);
  }

  @Test
  void anUnknownPurposeIsOutOfRange() {
    Person.signedIn()
        .post("/v1/consents", "{\"purpose\":\"marketing\",\"version\":\"1\",\"given\":true}")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/purpose"))
        .body("errors[0].slug", equalTo("value-out-of-range"));
  }

  private static Map<String, String> consentOf(Person person) {
    String payload = person.accessToken().split("\\.")[1];
    return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload))).getMap("consent");
  }
}
