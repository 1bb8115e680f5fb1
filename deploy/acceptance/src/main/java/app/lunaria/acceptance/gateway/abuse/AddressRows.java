package app.lunaria.acceptance.gateway.abuse;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.gateway.wire.RawHttp1;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;

/** Addresses in disguise: a gateway and a service must not read the same one differently. */
public final class AddressRows {
  private static final String PART = "Addresses";
  private static final int MOMENT_MILLIS = 500;

  private final Stage stage;

  public AddressRows(Stage stage) {
    this.stage = stage;
  }

  public List<Row> rows() {
    return List.of(
        row("percent signs in a path of ours", () -> unknown("/v1/%61ccount", "/%76%31/account")),
        row(
            "an encoded slash or dot",
            () -> unknown("/v1%2faccount", "/v1/x%2f..%2faccount", "/oauth2/%2e%2e/q/health")),
        row(
            "dots and doubled slashes",
            () ->
                unknown("/oauth2/../q/health", "//oauth2/jwks", "/oauth2//jwks", "/./oauth2/jwks")),
        row("a path parameter", () -> unknown("/oauth2/jwks;a=b", "/v1/account;jsessionid=1")),
        row("a slash at the end, other letters", () -> unknown("/oauth2/jwks/", "/OAuth2/jwks")),
        row("an encoded NUL, a half percent sign", () -> refused("/oauth2/%00jwks", "/oauth2/%4")),
        row("bytes that no address has", () -> refused("/oauth2/<jwks>", "/oauth2/\u00e4", "jwks")),
        row("an absolute address of another host", this::noOpenProxy),
        row("an absolute address of this host", this::absolute),
        row("CONNECT and TRACE", this::oddMethods));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  private Optional<Answer> get(String address) throws IOException {
    return RawHttp1.ask(stage.target(), RawHttp1.get(stage.target(), address));
  }

  private Finding unknown(String... addresses) throws IOException {
    return each(addresses, 404);
  }

  private Finding refused(String... addresses) throws IOException {
    return each(addresses, 400, 404);
  }

  private Finding each(String[] addresses, Integer... statuses) throws IOException {
    Finding all = Finding.held("");
    for (String address : addresses) {
      all = all.and(Expect.refusal(get(address), statuses));
    }
    return all;
  }

  /** Somebody listens at the address that is asked for, and must hear nothing. */
  private Finding noOpenProxy() throws IOException {
    try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      elsewhere.setSoTimeout(MOMENT_MILLIS);
      String address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/oauth2/jwks";
      Optional<Answer> answer = get(address);
      try (Socket called = elsewhere.accept();
          InputStream in = called.getInputStream()) {
        return Finding.broken("no connection to another host", "one, " + in.available());
      } catch (SocketTimeoutException nobody) {
        return Expect.refusal(answer, 400, 404, 421);
      }
    }
  }

  /** RFC 9112 section 3.2.2 has a server take it; to refuse it is safe, and no client sends it. */
  private Finding absolute() throws IOException {
    Optional<Answer> answer = get(stage.target().origin() + "/oauth2/jwks");
    return answer.isPresent() && answer.get().status() == 200
        ? Finding.held("200, as without the host")
        : Expect.refusal(answer, 400, 404);
  }

  private Finding oddMethods() throws IOException {
    String authority = stage.target().origin().getRawAuthority();
    String host = " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n";
    String secret = stage.word("a traced field");
    Optional<Answer> trace =
        RawHttp1.ask(
            stage.target(),
            "TRACE /oauth2/jwks HTTP/1.1\r\nHost: "
                + authority
                + "\r\nX-Traced: "
                + secret
                + "\r\n\r\n");
    if (trace.map(Answer::body).orElse("").contains(secret)) {
      return Finding.broken("nothing of the request in the answer", "it");
    }
    return Expect.refusal(trace, 400, 404, 405, 501)
        .and(
            Expect.refusal(
                RawHttp1.ask(stage.target(), "CONNECT " + authority + host), 400, 404, 405, 501))
        .and(
            Expect.refusal(
                RawHttp1.ask(stage.target(), "\u0001\u0002 /oauth2/jwks" + host), 400, 405, 501));
  }
}
