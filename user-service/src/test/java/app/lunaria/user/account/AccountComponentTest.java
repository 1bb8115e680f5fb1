package app.lunaria.user.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.lunaria.envelope.RefreshToken;
import app.lunaria.testkit.rows.Rows;
import app.lunaria.user.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountComponentTest {
  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  @Inject
  @DataSource("key-copy-migration")
  AgroalDataSource keyCopy;

  @Test
  void aPersonReadsWhatIsKeptOfHer() {
    Person ada = Person.signedIn();

    ada.get("/v1/account")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .header("Cache-Control", "no-store")
        .body("email", equalTo(ada.email()))
        .body("birthDate", equalTo("1994-05-17"))
        .body("createdOn", equalTo(LocalDate.now(ZoneOffset.UTC).toString()))
        .body("size()", equalTo(3));
  }

  @Test
  void signingUpTwiceAnswersTheSameAndChangesNothing() {
    Person ada = Person.stranger();
    String first = ada.signUp().then().statusCode(202).extract().asString();
    Map<String, Long> before = Rows.aboutPersons(service, keyCopy);

    String second =
        ada.with("another long password").signUp().then().statusCode(202).extract().asString();

    assertThat(second).isEqualTo(first).isEqualTo("{\"status\":\"accepted\"}");
    assertThat(Rows.aboutPersons(service, keyCopy)).isEqualTo(before);
    ada.signIn().then().statusCode(200);
    ada.with("another long password").signIn().then().statusCode(400);
  }

  @Test
  void anAccountIsOneRowAndOneKeyInBothDatabases() {
    Map<String, Long> before = Rows.aboutPersons(service, keyCopy);

    Person.stranger().signUp().then().statusCode(202);

    Map<String, Long> after = Rows.aboutPersons(service, keyCopy);
    assertThat(after.get("account")).isEqualTo(before.get("account") + 1);
    assertThat(after.get("subject_key")).isEqualTo(before.get("subject_key") + 1);
    assertThat(after.get("subject_key_copy")).isEqualTo(before.get("subject_key_copy") + 1);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    given()
        .contentType("application/json")
        .body("{\"email\":\"nobody\",\"password\":\"short\",\"birthDate\":\"2020-01-01\"}")
        .post("/v1/account")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("https://lunaria.app/problems/invalid-email"))
        .body("errors.pointer", contains("/email", "/password", "/birthDate"))
        .body("errors.slug", contains("invalid-email", "weak-password", "under-age"));
  }

  @Test
  void aRowWithOneByteFlippedIsRefused() {
    Person ada = Person.signedIn();
    flipOneByte(ada);

    ada.get("/v1/account")
        .then()
        .statusCode(500)
        .body("type", equalTo("https://lunaria.app/problems/sealed-data-refused"));
    ada.signIn().then().statusCode(500).body("error", equalTo("server_error"));

    flipOneByte(ada);
    ada.get("/v1/account").then().statusCode(200);
  }

  private void flipOneByte(Person person) {
    byte[] hash = RefreshToken.parse(person.refreshToken()).orElseThrow().hash();
    Rows.execute(
        service,
        "update account set document = set_byte(document, 200, get_byte(document, 200) # 1)"
            + " where subject = (select subject from session where token_hash = '\\x"
            + HexFormat.of().formatHex(hash)
            + "')");
  }
}
