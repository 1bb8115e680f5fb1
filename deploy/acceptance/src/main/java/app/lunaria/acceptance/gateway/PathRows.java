package app.lunaria.acceptance.gateway;

import static app.lunaria.acceptance.gateway.stage.Visitor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import java.io.IOException;
import java.util.List;

/** What is at the door and what is not. */
final class PathRows {
  private static final String PART = "Paths";

  private final Stage stage;

  PathRows(Stage stage) {
    this.stage = stage;
  }

  List<Row> rows() {
    return List.of(
        row("an unknown path", () -> nothingAt("/" + stage.word("a path"))),
        row("a path that begins as one of ours", () -> nothingAt("/v1/accounts")),
        row("health and metrics of the services", this::noManagement),
        row("discovery and the key set are open", this::discovery),
        row("a method that a path does not know", this::unknownMethod),
        row(
            "a store-notification path",
            () -> Finding.notApplicable("payment-service joins with a later story")));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  private Finding nothingAt(String path) throws IOException, InterruptedException {
    return Expect.problem(stage.send(stage.get(path)), 404, "not-found")
        .and(Expect.problem(stage.ada().send(USER, stage.get(path)), 404, "not-found"));
  }

  private Finding noManagement() throws IOException, InterruptedException {
    Finding all = Finding.held("404 not-found");
    for (String path : List.of("/q/health", "/q/metrics", "/q/health/ready", "/q/swagger-ui")) {
      all = all.and(nothingAt(path));
    }
    return all;
  }

  private Finding discovery() throws IOException, InterruptedException {
    String origin = stage.target().origin().toString();
    Answer metadata = stage.send(stage.get("/.well-known/oauth-authorization-server"));
    Answer openId = stage.send(stage.get("/.well-known/openid-configuration"));
    boolean same = metadata.json().equals(openId.json());
    boolean here =
        metadata.json().path("issuer").asText().equals(origin)
            && metadata.json().path("token_endpoint").asText().equals(origin + "/oauth2/token")
            && metadata.json().path("jwks_uri").asText().equals(origin + "/oauth2/jwks");
    Answer keys = stage.send(stage.get("/oauth2/jwks"));
    boolean cacheable =
        keys.header("Cache-Control").filter(value -> value.contains("max-age=")).isPresent();
    return Finding.of(here && same, metadata, "metadata whose addresses are the gateway's")
        .and(
            Finding.of(
                !keys.json().path("keys").isEmpty() && cacheable, keys, "keys that may be cached"))
        .and(Finding.held("200, with the gateway's addresses"));
  }

  private Finding unknownMethod() throws IOException, InterruptedException {
    Answer answer = stage.ada().send(USER, stage.call("DELETE", "/oauth2/jwks"));
    boolean allowed = answer.header("Allow").filter(value -> value.contains("GET")).isPresent();
    return Expect.problem(answer, 405, "method-not-allowed")
        .and(Finding.of(allowed, answer, "Allow with GET in it"))
        .and(Finding.held("405 method-not-allowed, with Allow"));
  }
}
