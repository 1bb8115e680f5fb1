package app.lunaria.cycle;

import app.lunaria.testkit.api.AsDescribed;
import app.lunaria.testkit.caller.TestIssuer;
import app.lunaria.testkit.sweep.Phone;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A person with a phone and a token of an issuer of the tests: what an app does, over HTTP. */
public final class Person extends Phone {
  /** The issuer whose key set the service fetches. */
  public static final TestIssuer ISSUER = TestIssuer.of(ORIGIN, "token-" + UUID.randomUUID());

  /** Whatever she is answered must be as it is described. */
  public static final AsDescribed API = AsDescribed.of("cycle-service");

  private final String subject;
  private String accessToken;

  private Person(String subject) {
    super(API);
    this.subject = subject;
    this.accessToken = token(Map.of("health-processing", "1"));
  }

  /** Somebody whom the service has never seen, with her consent in the token. */
  public static Person stranger() {
    IssuersKeys.serve(ISSUER);
    byte[] subject = new byte[32];
    ThreadLocalRandom.current().nextBytes(subject);
    return new Person(Base64.getUrlEncoder().withoutPadding().encodeToString(subject));
  }

  /** The same person with a token of now. */
  public Person again() {
    return withConsents(Map.of("health-processing", "1"));
  }

  /** From now on she shows a token that says so of her consents. */
  public Person withConsents(Map<String, String> consents) {
    accessToken = token(consents);
    return this;
  }

  private String token(Map<String, String> consents) {
    Map<String, Object> claims =
        ISSUER.claims(subject, "cycle", key().thumbprint(), TestClock.now());
    claims.put("consent", consents);
    return ISSUER.sign(ISSUER.header(), claims);
  }

  public Response delete(String path, String etag) {
    return signed("DELETE", path).header("If-Match", etag).delete(path);
  }

  /** Writes a day that she has not written before. */
  public Response write(String json) {
    return signed("PUT", "/v1/journal/days")
        .contentType("application/json")
        .body(json)
        .put("/v1/journal/days");
  }

  /** Replaces a day of which she knows the version. */
  public Response rewrite(String json, String etag) {
    return signed("PUT", "/v1/journal/days")
        .contentType("application/json")
        .header("If-Match", etag)
        .body(json)
        .put("/v1/journal/days");
  }

  public Response query(String from, String to) {
    return post("/v1/journal/query", "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to));
  }

  /** Imports a file under a key of its own. */
  public Response importFile(byte[] file) {
    return importFile(file, UUID.randomUUID().toString());
  }

  public Response importFile(byte[] file, String idempotencyKey) {
    return signed("POST", "/v1/imports")
        .header("Idempotency-Key", idempotencyKey)
        .contentType("application/json")
        .body(file)
        .post("/v1/imports");
  }

  public Response preview(byte[] file) {
    return signed("POST", "/v1/imports/preview")
        .contentType("application/json")
        .body(file)
        .post("/v1/imports/preview");
  }

  public String subject() {
    return subject;
  }

  /** Her subject as a statement of PostgreSQL writes it. */
  public String subjectInSql() {
    return "decode('"
        + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(subject))
        + "', 'hex')";
  }

  @Override
  protected Instant now() {
    return TestClock.now();
  }

  @Override
  public String accessToken() {
    return accessToken;
  }
}
