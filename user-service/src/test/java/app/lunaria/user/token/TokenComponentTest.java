package app.lunaria.user.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.caller.TestIssuer;
import app.lunaria.user.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenComponentTest {
  private static final String CYCLE = "https://lunaria.app/services/cycle";

  @Test
  void aTokenIsBoundToOneAudienceAndOneKeyAndVerifiesWithThePublicKeySet() throws JoseException {
    Person ada = Person.signedIn();
    String keys = given().get("/oauth2/jwks").then().statusCode(200).extract().asString();

    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(ada.accessToken());
    jws.setKey(new JsonWebKeySet(keys).getJsonWebKeys().getFirst().getKey());

    assertThat(jws.verifySignature()).isTrue();
    assertThat(jws.getAlgorithmHeaderValue()).isEqualTo("PS256");
    assertThat(jws.getHeader("typ")).isEqualTo("at+jwt");
    JsonPath claims = claims(ada);
    assertThat(claims.getString("aud")).isEqualTo(Person.RESOURCE);
    assertThat(claims.getString("iss")).isEqualTo(Person.ORIGIN);
    assertThat(claims.getString("cnf.jkt")).isEqualTo(ada.key().thumbprint());
    assertThat(claims.getString("client_id")).isEqualTo("lunaria-app");
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(600);
    assertThat(claims.getString("sub")).hasSize(43);
    assertThat(claims.getString("jti")).isNotEmpty();
    assertThat(claims.getMap("")).hasSize(9);
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAnswerTheSame() {
    Person ada = Person.stranger();
    ada.signUp();

    Response wrong = ada.with("not her password!").signIn();
    Response unknown = Person.stranger().signIn();

    assertThat(wrong.statusCode()).isEqualTo(400).isEqualTo(unknown.statusCode());
    assertThat(wrong.asString())
        .isEqualTo("{\"error\":\"invalid_grant\"}")
        .isEqualTo(unknown.asString());
    assertThat(wrong.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void afterTenFailuresAnAddressWaitsWhetherItExistsOrNot() {
    Person ada = Person.stranger();
    ada.signUp();
    Person nobody = Person.stranger();
    for (int i = 0; i < 10; i++) {
      ada.with("not her password!").signIn().then().statusCode(400);
      nobody.signIn().then().statusCode(400);
    }

    for (Response locked : new Response[] {ada.signIn(), nobody.signIn()}) {
      locked
          .then()
          .statusCode(429)
          .header("Retry-After", notNullValue())
          .body("error", equalTo("temporarily_unavailable"));
    }
  }

  @Test
  void aRefreshTokenRotatesAndItsPredecessorGivesTheSameSuccessor() {
    Person ada = Person.signedIn();
    String first = ada.refreshToken();

    String second = ada.refresh().path("refresh_token");
    String again = ada.refresh(first).then().statusCode(200).extract().path("refresh_token");

    assertThat(second).isNotEqualTo(first);
    assertThat(again).isEqualTo(second);
  }

  @Test
  void eachServiceKnowsHerByAnotherNameAndTakesItsOwnTokensOnly() {
    Person ada = Person.signedIn();
    Map<String, String> form = ada.passwordGrant();
    form.put("resource", CYCLE);

    JsonPath mine = claims(ada);
    String access = ada.token(form).then().statusCode(200).extract().path("access_token");
    JsonPath cycles = claims(access);
    String again = ada.token(form).then().statusCode(200).extract().path("access_token");

    assertThat(cycles.getString("aud")).isEqualTo(CYCLE);
    assertThat(cycles.getString("sub")).hasSize(43).isNotEqualTo(mine.getString("sub"));
    assertThat(claims(again).getString("sub")).isEqualTo(cycles.getString("sub"));
    given()
        .header("Authorization", "DPoP " + access)
        .header("DPoP", ada.proof("GET", "/v1/account", Optional.of(access)))
        .get("/v1/account")
        .then()
        .statusCode(401);
  }

  @Test
  void oneRefreshTokenFetchesTokensForTwoServicesAtOnce() {
    Person ada = Person.signedIn();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", "lunaria-app");
    form.put("refresh_token", ada.refreshToken());
    form.put("resource", CYCLE);

    Response own = ada.refresh(ada.refreshToken());
    Response cycles = ada.token(form);

    own.then().statusCode(200);
    cycles.then().statusCode(200);
    assertThat(cycles.<String>path("refresh_token")).isEqualTo(own.path("refresh_token"));
    assertThat(claims(cycles.<String>path("access_token")).getString("aud")).isEqualTo(CYCLE);
  }

  @Test
  void anythingOlderThanThePredecessorEndsTheFamily() {
    Person ada = Person.signedIn();
    String first = ada.refreshToken();
    ada.refresh().then().statusCode(200);
    ada.refresh().then().statusCode(200);

    ada.refresh(first).then().statusCode(400).body("error", equalTo("invalid_grant"));

    ada.refresh().then().statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void aRefreshTokenNeedsTheKeyThatItWasBoundTo() {
    Person ada = Person.signedIn();
    Person thief = Person.stranger();

    thief.refresh(ada.refreshToken()).then().statusCode(400);

    ada.refresh().then().statusCode(200);
  }

  @Test
  void revokingEndsTheFamilyAndAnUnknownTokenIsNoError() {
    Person ada = Person.signedIn();

    revoke("no-token-of-ours").then().statusCode(200);
    revoke(ada.refreshToken()).then().statusCode(200).header("Cache-Control", "no-store");

    ada.refresh().then().statusCode(400).body("error", equalTo("invalid_grant"));
    ada.get("/v1/account").then().statusCode(200); // access tokens live out
  }

  @Test
  void aProofCountsOnceAtTheTokenEndpoint() {
    Person ada = Person.stranger();
    ada.signUp();
    String proof = ada.proof("POST", "/oauth2/token", Optional.empty());

    tokenWith(proof, ada).then().statusCode(200);
    tokenWith(proof, ada).then().statusCode(400).body("error", equalTo("invalid_dpop_proof"));
  }

  @Test
  void aProofCountsOnceForReadingAndForWriting() {
    Person ada = Person.signedIn();
    String reading = ada.proof("GET", "/v1/account", Optional.of(ada.accessToken()));
    String writing = ada.proof("POST", "/v1/consents", Optional.of(ada.accessToken()));

    with(ada, reading).get("/v1/account").then().statusCode(200);
    with(ada, reading)
        .get("/v1/account")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("DPoP algs=\"ES256\", error=\"invalid_dpop_proof\""));
    String withdraw = "{\"purpose\":\"health-processing\",\"given\":false}";
    with(ada, writing)
        .contentType("application/json")
        .body(withdraw)
        .post("/v1/consents")
        .then()
        .statusCode(201);
    with(ada, writing)
        .contentType("application/json")
        .body(withdraw)
        .post("/v1/consents")
        .then()
        .statusCode(401);
  }

  @Test
  void aTokenOfAnotherIssuerWithOurKeyIdIsRefused() {
    Person ada = Person.signedIn();
    String kid = JsonPath.from(given().get("/oauth2/jwks").asString()).getString("keys[0].kid");
    TestIssuer forger = TestIssuer.of(Person.ORIGIN, kid);
    ProofKey key = ProofKey.random();
    String forged =
        forger.token(claims(ada).getString("sub"), "user", key.thumbprint(), Instant.now());

    given()
        .header("Authorization", "DPoP " + forged)
        .header(
            "DPoP",
            key.proof("GET", Person.ORIGIN + "/v1/account", Instant.now(), Optional.of(forged)))
        .get("/v1/account")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("DPoP algs=\"ES256\", error=\"invalid_token\""));
  }

  @Test
  void bearerIsRefused() {
    Person ada = Person.signedIn();

    given()
        .header("Authorization", "Bearer " + ada.accessToken())
        .get("/v1/account")
        .then()
        .statusCode(401);
  }

  @Test
  void discoverySaysWhatIsThere() {
    for (String path :
        new String[] {
          "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"
        }) {
      given()
          .get(path)
          .then()
          .statusCode(200)
          .body("issuer", equalTo(Person.ORIGIN))
          .body("token_endpoint", equalTo(Person.ORIGIN + "/oauth2/token"))
          .body("revocation_endpoint", equalTo(Person.ORIGIN + "/oauth2/revoke"))
          .body("jwks_uri", equalTo(Person.ORIGIN + "/oauth2/jwks"))
          .body("response_types_supported", hasSize(0))
          .body("grant_types_supported", hasSize(2))
          .body("dpop_signing_alg_values_supported[0]", equalTo("ES256"))
          .body("size()", equalTo(11));
    }
  }

  private static Response revoke(String token) {
    return Person.form(Map.of("client_id", "lunaria-app", "token", token)).post("/oauth2/revoke");
  }

  private static Response tokenWith(String proof, Person person) {
    return Person.form(person.passwordGrant()).header("DPoP", proof).post("/oauth2/token");
  }

  private static RequestSpecification with(Person person, String proof) {
    return given().header("Authorization", "DPoP " + person.accessToken()).header("DPoP", proof);
  }

  private static JsonPath claims(Person person) {
    return claims(person.accessToken());
  }

  private static JsonPath claims(String accessToken) {
    return JsonPath.from(new String(Base64.getUrlDecoder().decode(accessToken.split("\\.")[1])));
  }
}
