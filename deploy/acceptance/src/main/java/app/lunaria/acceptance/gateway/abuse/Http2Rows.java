package app.lunaria.acceptance.gateway.abuse;

import static app.lunaria.acceptance.gateway.stage.Visitor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Header;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.gateway.wire.Frame;
import app.lunaria.acceptance.gateway.wire.RawHttp2;
import app.lunaria.acceptance.gateway.wire.RawHttp2.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What HTTP/2 makes possible: floods of small frames, and fields that HTTP/1.1 could not carry. */
public final class Http2Rows {
  private static final String PART = "HTTP/2";
  private static final String KEYS = "/oauth2/jwks";
  private static final int FLOOD = 5_000;
  private static final int AT_ONCE = 100;

  private final Stage stage;

  public Http2Rows(Stage stage) {
    this.stage = stage;
  }

  public List<Row> rows() {
    return List.of(
        row("rapid resets (CVE-2023-44487)", this::rapidResets),
        row("a header block without an end (CONTINUATION)", this::endlessBlock),
        row("a flood of PING and SETTINGS", this::controlFlood),
        refused("a field of HTTP/1.1 connections", field("connection", "keep-alive")),
        refused("Transfer-Encoding", field("transfer-encoding", "chunked")),
        refused("a field name in capitals", field("X-Auth-Subject", "somebody")),
        row("a line break in a value", this::injected),
        row("a second request in the body", this::hiddenInBody),
        refused("two paths", field(":path", KEYS)),
        refused("a pseudo-field that nobody knows", field(":lunaria", "x")));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  private static Header field(String name, String value) {
    return new Header(name, value);
  }

  private Row refused(String name, Header field) {
    return row(name, () -> refused(field));
  }

  /** A malformed request (RFC 9113 section 8.1.1) is answered with 400, reset, or closes all. */
  private Finding refused(Header field) throws IOException {
    try (RawHttp2 connection = RawHttp2.open(stage.target())) {
      List<Header> fields = connection.head("GET", KEYS);
      fields.add(field.name().startsWith(":") ? 1 : fields.size(), field);
      connection.send(RawHttp2.headers(1, fields, true));
      return refusal(connection.ending(1));
    }
  }

  private static Finding refusal(Ending ending) {
    return switch (ending) {
      case Ending.Answered answered when answered.status() == 400 -> Finding.held("400");
      case Ending.Answered answered ->
          Finding.broken("400, a reset stream or a closed connection", "" + answered.status());
      case Ending.Reset reset -> Finding.held("reset, error " + reset.error());
      case Ending.Closed closed -> Finding.held("closed, error " + closed.error());
    };
  }

  /** Another client, meanwhile and afterwards. */
  private Finding othersAreServed() throws IOException, InterruptedException {
    Answer answer = stage.send(stage.get(KEYS));
    return Finding.of(answer.status() == 200, answer, "200 for another client");
  }

  private Finding rapidResets() throws IOException, InterruptedException {
    try (RawHttp2 connection = RawHttp2.open(stage.target())) {
      List<Header> head = connection.head("GET", KEYS);
      boolean open = true;
      int sent = 0;
      while (open && sent < FLOOD) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          int stream = 2 * sent++ + 1;
          frames.add(RawHttp2.headers(stream, head, true));
          frames.add(Frame.cancel(stream));
        }
        open = connection.send(Frame.together(frames));
      }
      int last = 2 * sent + 1;
      connection.send(RawHttp2.headers(last, head, true));
      Finding ending =
          switch (connection.ending(last)) {
            case Ending.Closed closed -> Finding.held("closed, error " + closed.error());
            case Ending.Reset reset -> Finding.held("reset, error " + reset.error());
            case Ending.Answered answered -> Finding.held("answered, " + answered.status());
          };
      Finding others = othersAreServed();
      return others instanceof Finding.Held ? ending.and(describe(ending)) : others;
    }
  }

  private static Finding describe(Finding ending) {
    String seen = ending instanceof Finding.Held held ? held.seen() : "";
    return Finding.held(seen + " after " + FLOOD + " at the latest; others are served");
  }

  private Finding endlessBlock() throws IOException, InterruptedException {
    try (RawHttp2 connection = RawHttp2.open(stage.target())) {
      Frame first = RawHttp2.headers(1, connection.head("GET", KEYS), true);
      connection.send(new Frame(Frame.HEADERS, Frame.END_STREAM, 1, first.payload()));
      byte[] more =
          RawHttp2.headers(1, List.of(field("x-more", "x".repeat(4_000))), true).payload();
      Frame continued = new Frame(Frame.CONTINUATION, 0, 1, more);
      boolean open = true;
      for (int i = 0; i < FLOOD && open; i++) {
        open = connection.send(continued);
      }
      Ending ending = open ? connection.ending(1) : new Ending.Closed(-1);
      Finding others = othersAreServed();
      return ending instanceof Ending.Answered answered && answered.status() != 431
          ? Finding.broken("431, a reset stream or a closed connection", "" + answered.status())
          : others.and(Finding.held("refused before 20 MB of it; others are served"));
    }
  }

  private Finding controlFlood() throws IOException, InterruptedException {
    try (RawHttp2 connection = RawHttp2.open(stage.target())) {
      List<Frame> frames = new ArrayList<>();
      for (int i = 0; i < FLOOD; i++) {
        frames.add(new Frame(Frame.PING, 0, 0, new byte[8]));
        frames.add(new Frame(Frame.SETTINGS, 0, 0, new byte[0]));
      }
      boolean open = connection.send(Frame.together(frames));
      return othersAreServed()
          .and(Finding.held((open ? "borne" : "closed") + "; others are served"));
    }
  }

  /** What would be two fields where it is written as HTTP/1.1. */
  private Finding injected() throws IOException {
    String subject = stage.word("an injected subject");
    String mark = stage.word("a query");
    try (RawHttp2 connection = RawHttp2.open(stage.target())) {
      List<Header> fields = connection.head("GET", KEYS + "?mark=" + mark);
      fields.add(field("x-note", "a\r\nX-Auth-Subject: " + subject));
      connection.send(RawHttp2.headers(1, fields, true));
      return refusal(connection.ending(1)).and(neverArrived(subject));
    }
  }

  private Finding hiddenInBody() throws IOException {
    String mark = stage.word("a hidden request");
    String authority = stage.target().origin().getRawAuthority();
    byte[] body =
        ("GET /v1/account?mark=" + mark + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    try (RawHttp2 connection = RawHttp2.open(stage.target())) {
      List<Header> fields = connection.head("POST", "/v1/consents");
      fields.add(field("content-type", "application/json"));
      fields.add(field("content-length", "0"));
      connection.send(RawHttp2.headers(1, fields, false));
      connection.send(new Frame(Frame.DATA, Frame.END_STREAM, 1, body));
      return refusal(connection.ending(1)).and(neverArrived(mark));
    }
  }

  private Finding neverArrived(String text) {
    boolean arrived =
        stage.inside().tap(USER).stream()
            .flatMap(tap -> tap.heads(text).stream())
            .anyMatch(
                head ->
                    head.startsWith("GET /v1/account?mark=" + text)
                        || head.contains("\r\nX-Auth-Subject: " + text));
    return arrived
        ? Finding.broken("nothing of it as a request or a field", "a service has seen it")
        : Finding.held("nothing of it inside");
  }
}
