package app.lunaria.acceptance.gateway.abuse;

import static app.lunaria.acceptance.gateway.stage.Visitor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.gateway.wire.RawHttp1;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Too much of everything that a request has. */
public final class OversizeRows {
  private static final String PART = "Oversized everything";
  private static final String CHUNK = "1000\r\n" + "x".repeat(4_096) + "\r\n";

  private final Stage stage;

  public OversizeRows(Stage stage) {
    this.stage = stage;
  }

  public List<Row> rows() {
    return List.of(
        row("a path of 5,000 bytes", () -> line("/" + "p".repeat(5_000))),
        row("a path of 100,000 bytes", () -> line("/" + "p".repeat(100_000))),
        row("a query of 5,000 bytes", () -> line("/oauth2/jwks?q=" + "q".repeat(5_000))),
        row("a field of 100,000 bytes", () -> fields("X-Long: " + "x".repeat(100_000) + "\r\n")),
        row("5,000 fields", () -> fields("X-Many: x\r\n".repeat(5_000))),
        row("a field whose name is 20,000 bytes", () -> fields("n".repeat(20_000) + ": x\r\n")),
        row("a body announced as 99 GB", this::hugeBody),
        row("chunks without an end", this::endlessChunks),
        row("JSON a thousand levels deep", this::deepJson));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  private Finding line(String path) throws IOException {
    return Expect.refusal(
        RawHttp1.ask(stage.target(), RawHttp1.get(stage.target(), path)), 400, 404, 414, 431);
  }

  private String host() {
    return "Host: " + stage.target().origin().getRawAuthority() + "\r\n";
  }

  private Finding fields(String fields) throws IOException {
    String request = "GET /oauth2/jwks HTTP/1.1\r\n" + host() + fields + "\r\n";
    return Expect.refusal(RawHttp1.ask(stage.target(), request), 400, 431);
  }

  private Finding hugeBody() throws IOException {
    String request =
        "POST /v1/account HTTP/1.1\r\n"
            + host()
            + "Content-Type: application/json\r\nContent-Length: 99000000000\r\n\r\n{";
    return Expect.refusal(RawHttp1.ask(stage.target(), request), 400, 413);
  }

  /** Sends until it is refused, at most ten megabytes. */
  private Finding endlessChunks() throws IOException {
    try (RawHttp1 connection = RawHttp1.open(stage.target())) {
      connection.send(
          "POST /v1/account HTTP/1.1\r\n"
              + host()
              + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 2_500; i++) {
        connection.send(CHUNK);
      }
      return Expect.refusal(connection.answer(), 411, 413);
    }
  }

  private Finding deepJson() throws IOException, InterruptedException {
    String deep = "{\"purpose\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";
    Answer answer =
        stage
            .ada()
            .send(USER, stage.call("POST", "/v1/consents").withBody("application/json", deep));
    return Expect.refusal(Optional.of(answer), 400);
  }
}
