package app.lunaria.acceptance.gateway;

import static app.lunaria.acceptance.gateway.stage.Visitor.CYCLE;
import static app.lunaria.acceptance.gateway.stage.Visitor.USER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Authority;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.gateway.wire.Frame;
import app.lunaria.acceptance.gateway.wire.RawHttp1;
import app.lunaria.acceptance.gateway.wire.RawHttp2;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** How bytes travel: TLS, the two versions of HTTP, compressed answers. */
final class TransportRows {
  private static final String PART = "Transport";
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int LONG_ENOUGH = 1_024;

  private final Stage stage;

  TransportRows(Stage stage) {
    this.stage = stage;
  }

  List<Row> rows() {
    return List.of(
        row("TLS 1.3, by the authority that is trusted", this::tls),
        row("TLS 1.2 is not spoken", this::noOlderTls),
        row("plain HTTP at the port", this::noPlainHttp),
        row("HTTP/2 is spoken", this::http2),
        row("HTTP/1.1 is spoken", this::http1),
        row("JSON above 1 KiB is compressed for who wants it", this::compressed),
        row("short JSON, and for who does not want it, is not", this::notCompressed),
        row(
            "a service reached without the gateway's certificate",
            () ->
                Finding.notApplicable("services speak plain HTTP on the loopback address so far")));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  private Finding tls() throws IOException {
    try (SSLSocket socket =
        socket(new Authority(stage.target().authority()).context(), "TLSv1.3")) {
      return Finding.held(socket.getSession().getProtocol());
    }
  }

  private Finding noOlderTls() throws IOException {
    try (SSLSocket socket = socket(anyVersion(), "TLSv1.2")) {
      return Finding.broken("no handshake", socket.getSession().getProtocol());
    } catch (SSLException refused) {
      return Finding.held("refused in the handshake");
    }
  }

  /** Trusts nobody, which is not asked for as long as no version is agreed on. */
  private static SSLContext anyVersion() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      return context;
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no TLS", impossible);
    }
  }

  private SSLSocket socket(SSLContext context, String version) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
    try {
      socket.connect(stage.target().address(), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private Finding noPlainHttp() throws IOException {
    URI origin = stage.target().origin();
    try (Socket socket = new Socket()) {
      socket.connect(stage.target().address(), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET /oauth2/jwks HTTP/1.1\r\nHost: " + origin.getAuthority() + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      boolean served = answer.contains(" 200 ") || answer.contains("\"keys\"");
      return served
          ? Finding.broken("no answer in clear", "the key set")
          : Finding.held(answer.contains("HTTP/1.1 400") ? "400" : "closed");
    } catch (java.net.SocketException reset) {
      return Finding.held("closed");
    }
  }

  private Finding http2() throws IOException {
    try (RawHttp2 connection = RawHttp2.open(stage.target())) {
      Frame request = RawHttp2.headers(1, connection.head("GET", "/oauth2/jwks"), true);
      connection.send(request);
      RawHttp2.Ending ending = connection.ending(1);
      return ending.equals(new RawHttp2.Ending.Answered(200))
          ? Finding.held("h2 by ALPN, 200")
          : Finding.broken("200 on an h2 connection", ending.toString());
    }
  }

  private Finding http1() throws IOException {
    Optional<Answer> answer =
        RawHttp1.ask(stage.target(), RawHttp1.get(stage.target(), "/oauth2/jwks"));
    return answer.isPresent() && answer.get().status() == 200
        ? Finding.held("http/1.1 by ALPN, 200")
        : Finding.broken("200", answer.map(Answer::summary).orElse("closed"));
  }

  /** The day of her journal with the longest note that there may be. */
  private Finding compressed() throws IOException, InterruptedException {
    Call write =
        stage
            .call("PUT", "/v1/journal/days")
            .withBody(
                "application/json",
                "{\"day\":\"2020-02-03\",\"notes\":\"" + "slept well. ".repeat(300) + "\"}");
    Answer written = stage.ada().send(CYCLE, write);
    if (written.status() != 201 && written.status() != 200) {
      return Finding.broken("201 for a day of her journal", written.summary());
    }
    Optional<Answer> answer = journal("gzip");
    if (answer.isEmpty() || answer.get().status() != 200) {
      return Finding.broken("200", answer.map(Answer::summary).orElse("closed"));
    }
    String encoding = answer.get().header("Content-Encoding").orElse("none");
    if (!encoding.equals("gzip")) {
      return Finding.broken("Content-Encoding: gzip", encoding);
    }
    String text = unzipped(answer.get().body());
    boolean varies =
        answer
            .get()
            .header("Vary")
            .filter(value -> value.toLowerCase(java.util.Locale.ROOT).contains("accept-encoding"))
            .isPresent();
    return Finding.of(text.contains("slept well."), answer.get(), "her journal, unzipped")
        .and(Finding.of(varies, answer.get(), "Vary: Accept-Encoding"))
        .and(Finding.held(text.length() + " bytes in " + answer.get().body().length() + ", gzip"));
  }

  private static String unzipped(String bytes) throws IOException {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Finding notCompressed() throws IOException, InterruptedException {
    Answer small = stage.ada().send(USER, stage.get(Stage.ACCOUNT).with("Accept-Encoding", "gzip"));
    Optional<Answer> unwanted = journal("identity");
    if (unwanted.isEmpty()) {
      return Finding.broken("200", "closed");
    }
    boolean isShort = small.body().length() < LONG_ENOUGH;
    return Finding.of(
            isShort && small.header("Content-Encoding").isEmpty(), small, "no Content-Encoding")
        .and(
            Finding.of(
                unwanted.get().header("Content-Encoding").isEmpty()
                    && unwanted.get().body().contains("slept well."),
                unwanted.get(),
                "no Content-Encoding"))
        .and(Finding.held("neither has a Content-Encoding"));
  }

  /** Over HTTP/1.1, whose bytes are seen as they come. */
  private Optional<Answer> journal(String encoding) throws IOException {
    Call call =
        stage
            .call("POST", "/v1/journal/query")
            .withBody("application/json", "{\"from\":\"2020-02-01\",\"to\":\"2020-02-28\"}")
            .with("Accept-Encoding", encoding);
    Call proved = stage.ada().with(stage.ada().token(CYCLE), call);
    return RawHttp1.ask(stage.target(), RawHttp1.text(stage.target(), proved));
  }
}
