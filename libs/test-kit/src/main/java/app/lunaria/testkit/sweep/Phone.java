package app.lunaria.testkit.sweep;

import static io.restassured.RestAssured.given;

import app.lunaria.testkit.api.AsDescribed;
import app.lunaria.testkit.caller.ProofKey;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Optional;

/** A person's phone, which keeps a key and asks a service over HTTP. */
public abstract class Phone implements SignedIn {
  /**
   * As application.properties says for tests; the port that the service listens on does not matter.
   */
  public static final String ORIGIN = "http://127.0.0.1:8081";

  private final AsDescribed api;
  private final ProofKey key = ProofKey.random();

  /**
   * A phone with a new key.
   *
   * @param api as which whatever it is answered must be described
   */
  protected Phone(AsDescribed api) {
    this.api = api;
  }

  /** What its clock shows. */
  protected abstract Instant now();

  public Response get(String path) {
    return signed("GET", path).get(path);
  }

  public Response post(String path, String json) {
    return signed("POST", path).contentType("application/json").body(json).post(path);
  }

  /** A request with her token and a fresh proof. */
  public RequestSpecification signed(String method, String path) {
    return given()
        .filter(api)
        .header("Authorization", "DPoP " + accessToken())
        .header("DPoP", proof(method, path, Optional.of(accessToken())));
  }

  @Override
  public final String proof(String method, String path, Optional<String> token) {
    return key.proof(method, ORIGIN + path, now(), token);
  }

  @Override
  public final ProofKey key() {
    return key;
  }
}
