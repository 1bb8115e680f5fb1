package app.lunaria.user;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.testkit.api.AsDescribed;
import app.lunaria.testkit.sweep.Phone;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person with a phone: what an app does, over HTTP. */
public final class Person extends Phone {
  public static final String RESOURCE = "https://lunaria.app/services/user";
  public static final String PASSWORD_GRANT = "https://lunaria.app/grants/password";

  /** Whatever she is answered must be as it is described. */
  public static final AsDescribed API = AsDescribed.of("user-service");

  private final String email;
  private final String password;
  private String accessToken = "";
  private String refreshToken = "";

  private Person(String email, String password) {
    super(API);
    this.email = email;
    this.password = password;
  }

  /** Somebody whom the service has never seen. */
  public static Person stranger() {
    String name = UUID.randomUUID().toString();
    return new Person("p" + name + "@example.org", "a long one, " + name);
  }

  /** Somebody who has signed up and signed in. */
  public static Person signedIn() {
    Person person = stranger();
    person.signUp().then().statusCode(202);
    person.signIn().then().statusCode(200);
    return person;
  }

  /** The same person with another phone, or another password. */
  public Person with(String otherPassword) {
    return new Person(email, otherPassword);
  }

  public Response signUp() {
    return given()
        .filter(API)
        .contentType("application/json")
        .body(
            "{\"email\":\"%s\",\"password\":\"%s\",\"birthDate\":\"1994-05-17\"}"
                .formatted(email, password))
        .post("/v1/account");
  }

  public Response signIn() {
    Response answer = token(passwordGrant());
    keep(answer);
    return answer;
  }

  public Response refresh() {
    Response answer = refresh(refreshToken);
    keep(answer);
    return answer;
  }

  public Response refresh(String token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", "lunaria-app");
    form.put("refresh_token", token);
    form.put("resource", RESOURCE);
    return token(form);
  }

  /** Ends her session. */
  public Response signOut() {
    return form(Map.of("client_id", "lunaria-app", "token", refreshToken)).post("/oauth2/revoke");
  }

  public Map<String, String> passwordGrant() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", PASSWORD_GRANT);
    form.put("client_id", "lunaria-app");
    form.put("username", email);
    form.put("password", password);
    form.put("resource", RESOURCE);
    return form;
  }

  public Response token(Map<String, String> form) {
    return form(form)
        .header("DPoP", proof("POST", "/oauth2/token", Optional.empty()))
        .post("/oauth2/token");
  }

  /** A form without the charset that the library would name. */
  public static RequestSpecification form(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return given()
        .filter(API)
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType("application/x-www-form-urlencoded")
        .body(body);
  }

  public String email() {
    return email;
  }

  public String password() {
    return password;
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  @Override
  public String accessToken() {
    return accessToken;
  }

  public String refreshToken() {
    return refreshToken;
  }

  private void keep(Response answer) {
    if (answer.statusCode() == 200) {
      accessToken = answer.path("access_token");
      refreshToken = answer.path("refresh_token");
      assertThat(answer.<String>path("token_type")).isEqualTo("DPoP");
    }
  }
}
