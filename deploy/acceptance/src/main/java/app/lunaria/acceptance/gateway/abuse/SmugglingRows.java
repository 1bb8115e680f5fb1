package app.lunaria.acceptance.gateway.abuse;

import static app.lunaria.acceptance.gateway.stage.Visitor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.gateway.wire.RawHttp1;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Requests of HTTP/1.1 whose end two readers could see in different places (RFC 9112 section 11.2),
 * with a second request hidden in them; and fields that are there twice.
 */
public final class SmugglingRows {
  private static final String PART = "Smuggled and doubled header fields";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

  private final Stage stage;

  public SmugglingRows(Stage stage) {
    this.stage = stage;
  }

  public List<Row> rows() {
    return List.of(
        hidden("Content-Length and Transfer-Encoding", "Content-Length: 4\r\n" + CHUNKED),
        hidden("Transfer-Encoding, not quite chunked", "Transfer-Encoding: xchunked\r\n"),
        hidden("Transfer-Encoding twice", CHUNKED + "Transfer-Encoding: identity\r\n"),
        hidden("a space before a field's colon", "Transfer-Encoding : chunked\r\n"),
        hidden("two Content-Lengths", "Content-Length: 0\r\nContent-Length: 4\r\n"),
        hidden("a Content-Length that is no number", "Content-Length: +0\r\n"),
        hidden("a list as Content-Length", "Content-Length: 0, 4\r\n"),
        row("a folded field", this::folded),
        hidden("a line that ends in CR alone", "X-Bent: a\rContent-Length: 0\r\n" + CHUNKED),
        hidden("a NUL in a value", "X-Nul: a\u0000b\r\n" + CHUNKED),
        row("two Hosts", () -> refused("Host: " + stage.word("a host") + ".example\r\n")),
        row("no Host", this::noHost),
        row("an upgrade to h2c", this::noUpgrade),
        row("two proofs", this::twoProofs),
        row("two Content-Types", this::twoTypes));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  /**
   * A POST with these fields, and behind it a whole request, which nobody may ever see as one. It
   * is looked for where the service is, if that can be seen.
   */
  private Row hidden(String name, String fields) {
    return row(
        name,
        () -> {
          String mark = stage.word("a hidden request");
          String request =
              "POST /v1/consents HTTP/1.1\r\n"
                  + host()
                  + "Content-Type: application/json\r\n"
                  + fields
                  + "\r\n0\r\n\r\nGET /v1/account?mark="
                  + mark
                  + " HTTP/1.1\r\n"
                  + host()
                  + "\r\n";
          try (RawHttp1 connection = RawHttp1.open(stage.target())) {
            Optional<Answer> answer = connection.send(request).answer();
            return Expect.refusal(answer, 400, 411, 501)
                .and(answer.isPresent() ? closed(connection) : Finding.held("closed"))
                .and(neverArrived(mark))
                .and(Finding.held(answer.map(Answer::summary).orElse("closed")));
          }
        });
  }

  private static Finding closed(RawHttp1 connection) throws IOException {
    return connection.isClosed()
        ? Finding.held("closed")
        : Finding.broken("a closed connection", "a second answer");
  }

  private Finding neverArrived(String mark) {
    boolean arrived = stage.inside().tap(USER).map(tap -> !tap.heads(mark).isEmpty()).orElse(false);
    return arrived
        ? Finding.broken("nothing of the hidden request", "a service has seen it")
        : Finding.held("nothing of it inside");
  }

  private String host() {
    return "Host: " + stage.target().origin().getRawAuthority() + "\r\n";
  }

  private Finding refused(String fields) throws IOException {
    String request = "GET /oauth2/jwks HTTP/1.1\r\n" + host() + fields + "\r\n";
    return Expect.refusal(RawHttp1.ask(stage.target(), request), 400);
  }

  /** RFC 9112 section 5.2: refused, or made one line before anybody else sees it. */
  private Finding folded() throws IOException {
    String mark = stage.word("a query");
    String request =
        "GET /oauth2/jwks?mark="
            + mark
            + " HTTP/1.1\r\n"
            + host()
            + "X-Folded: a\r\n Content-Length: 4\r\n\r\n";
    Optional<Answer> answer = RawHttp1.ask(stage.target(), request);
    boolean passedOn =
        stage.inside().tap(USER).map(tap -> tap.heads(mark)).orElse(List.of()).stream()
            .anyMatch(head -> head.contains("\n ") || head.contains("\r\nContent-Length"));
    if (passedOn) {
      return Finding.broken("one line at the service", "two");
    }
    return answer.isPresent() && answer.get().status() == 200
        ? Finding.held("200, made one line")
        : Expect.refusal(answer, 400);
  }

  private Finding noHost() throws IOException {
    return Expect.refusal(RawHttp1.ask(stage.target(), "GET /oauth2/jwks HTTP/1.1\r\n\r\n"), 400);
  }

  private Finding noUpgrade() throws IOException {
    String mark = stage.word("a query");
    String request =
        "GET /oauth2/jwks?mark="
            + mark
            + " HTTP/1.1\r\n"
            + host()
            + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
            + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n";
    Optional<Answer> answer = RawHttp1.ask(stage.target(), request);
    boolean passedOn =
        stage.inside().tap(USER).map(tap -> tap.heads(mark)).orElse(List.of()).stream()
            .anyMatch(head -> head.toLowerCase(Locale.ROOT).contains("upgrade"));
    if (passedOn) {
      return Finding.broken("no Upgrade at the service", "it as sent");
    }
    return answer.isPresent() && answer.get().status() == 200
        ? Finding.held("200, not upgraded")
        : Expect.refusal(answer, 400);
  }

  /** Two stay two: one field made of both would be a third proof, which nobody has signed. */
  private Finding twoProofs() throws IOException, InterruptedException {
    String mark = stage.word("a query");
    Call call =
        stage.ada().with(stage.ada().token(USER), stage.get(Stage.ACCOUNT + "?mark=" + mark));
    Call other = stage.ada().with(stage.ada().token(USER), stage.get(Stage.ACCOUNT));
    String second =
        other.headers().stream()
            .filter(header -> header.name().equals("DPoP"))
            .findFirst()
            .orElseThrow()
            .value();
    Answer answer = stage.send(call.adding("DPoP", second));
    boolean merged =
        stage.inside().tap(USER).map(tap -> tap.heads(mark)).orElse(List.of()).stream()
            .flatMap(String::lines)
            .anyMatch(
                line -> line.toLowerCase(Locale.ROOT).startsWith("dpop:") && line.contains(","));
    return merged
        ? Finding.broken("two fields at the service, or none", "one made of both")
        : Expect.invalidProof(answer);
  }

  private Finding twoTypes() throws IOException, InterruptedException {
    Call call =
        stage
            .call("POST", "/v1/consents")
            .withBody("application/json", "{}")
            .adding("Content-Type", "application/json");
    return Expect.problem(stage.ada().send(USER, call), 415, "unsupported-media-type");
  }
}
