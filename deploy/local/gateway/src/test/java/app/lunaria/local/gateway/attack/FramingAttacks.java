package app.lunaria.local.gateway.attack;

import static app.lunaria.local.gateway.ground.Ground.CANARY;

import app.lunaria.local.gateway.ground.RawHttp1;
import app.lunaria.local.gateway.ground.WireAnswer;
import java.util.stream.Stream;

/**
 * Bytes of HTTP/1.1 in which two readers could see different requests (RFC 9112, 11.2). Behind each
 * of them comes a whole request, which nobody may ever see as one: the connection is closed.
 */
final class FramingAttacks {
  private static final String HIDDEN = "GET /v1/journal/" + CANARY + " HTTP/1.1\r\nHost: @\r\n\r\n";
  private static final String GET = "GET /v1/journal HTTP/1.1\r\nHost: @\r\n";
  private static final String POST =
      "POST /v1/journal HTTP/1.1\r\nHost: @\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

  private FramingAttacks() {}

  static Stream<Attack> rows() {
    return Stream.of(lengths(), encodings(), fields(), lines()).flatMap(rows -> rows);
  }

  private static Stream<Attack> lengths() {
    return Stream.of(
        closed("two equal lengths", POST + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
        closed("two lengths", POST + "Content-Length: 2\r\nContent-Length: 99\r\n\r\n{}"),
        closed("a list of lengths", POST + "Content-Length: 2, 2\r\n\r\n{}"),
        closed("a length with a sign", POST + "Content-Length: +2\r\n\r\n{}"),
        closed("a negative length", POST + "Content-Length: -2\r\n\r\n{}"),
        closed("a hexadecimal length", POST + "Content-Length: 0x2\r\n\r\n{}"),
        closed("a length with a space inside", POST + "Content-Length: 2 2\r\n\r\n{}"),
        closed("a length that is no number", POST + "Content-Length: two\r\n\r\n{}"),
        closed("an empty length", POST + "Content-Length:\r\n\r\n{}"));
  }

  private static Stream<Attack> encodings() {
    return Stream.of(
        closed("a length and chunks", POST + "Content-Length: 4\r\n" + CHUNKED + "\r\n0\r\n\r\n"),
        closed("chunks and a length", POST + CHUNKED + "Content-Length: 4\r\n\r\n0\r\n\r\n"),
        closed("chunks twice", POST + CHUNKED + CHUNKED + "\r\n0\r\n\r\n"),
        closed("chunks, and not", POST + CHUNKED + "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n"),
        closed("not quite chunks", POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        closed(
            "chunks behind a control character",
            POST + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n"),
        closed("chunks behind a tab", POST + "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n"),
        closed("chunks in quotes", POST + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"),
        closed("chunks in a list", POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        closed("chunks alone", POST + CHUNKED + "\r\n2\r\n{}\r\n0\r\n\r\n"),
        closed("a chunk size that is no number", POST + CHUNKED + "\r\nx\r\n{}\r\n0\r\n\r\n"),
        closed(
            "a chunk size that overflows",
            POST + CHUNKED + "\r\nfffffffffffffffff2\r\n{}\r\n0\r\n\r\n"),
        closed(
            "a chunk extension with a bare line feed",
            POST + CHUNKED + "\r\n2;\nx\r\n{}\r\n0\r\n\r\n"),
        closed(
            "chunks of HTTP/1.0",
            "POST /v1/journal HTTP/1.0\r\nHost: @\r\n" + CHUNKED + "\r\n0\r\n\r\n"));
  }

  private static Stream<Attack> fields() {
    return Stream.of(
        closed("a folded field", GET + "X: a\r\n b\r\n\r\n"),
        closed("a field folded with a tab", GET + "X: a\r\n\tb\r\n\r\n"),
        closed(
            "a fold that hides a length",
            POST + "X: a\r\n Content-Length: 4\r\nContent-Length: 0\r\n\r\n"),
        closed(
            "a fold before the first field",
            "GET /v1/journal HTTP/1.1\r\n X: a\r\nHost: @\r\n\r\n"),
        closed("a space before the colon", GET + "Authorization : a\r\n\r\n"),
        closed("a tab before the colon", GET + "Transfer-Encoding\t: chunked\r\n\r\n"),
        closed("a space in a name", GET + "X Y: a\r\n\r\n"),
        closed("a field without a colon", GET + "Authorization\r\n\r\n"),
        closed("a bare line feed", GET + "X: a\nX-Auth-Subject: " + CANARY + "\r\n\r\n"),
        closed("bare line feeds throughout", "GET /v1/journal HTTP/1.1\nHost: @\n\n"),
        closed("a bare carriage return", GET + "X: a\rX-Auth-Subject: " + CANARY + "\r\n\r\n"),
        closed("a NUL in a value", GET + "X: a\0b\r\n\r\n"),
        closed("a NUL in a name", GET + "X\0Y: a\r\n\r\n"),
        closed("a DEL in a value", GET + "X: a\u007fb\r\n\r\n"));
  }

  private static Stream<Attack> lines() {
    return Stream.of(
        closed("two spaces in the request line", "GET  /v1/journal HTTP/1.1\r\nHost: @\r\n\r\n"),
        closed("a tab in the request line", "GET\t/v1/journal HTTP/1.1\r\nHost: @\r\n\r\n"),
        closed("a space in the path", "GET /v1/journal x HTTP/1.1\r\nHost: @\r\n\r\n"),
        closed("a space behind the version", "GET /v1/journal HTTP/1.1 \r\nHost: @\r\n\r\n"),
        closed("NULs before the request line", "\0\0GET /v1/journal HTTP/1.1\r\nHost: @\r\n\r\n"),
        closed("no version", "GET /v1/journal\r\n\r\n"),
        closed("nothing of HTTP", "garbage\r\n\r\n"));
  }

  /** Refused, and nothing that follows is read. */
  private static Attack closed(String name, String bytes) {
    return new Attack(
        Kind.FRAMING,
        name + ", HTTP/1.1",
        ground -> {
          try (RawHttp1 client = ground.http1()) {
            WireAnswer answer =
                client.send((bytes + HIDDEN).replace("@", ground.authority())).answer();
            return client.isClosed()
                ? answer
                : new WireAnswer(-1, answer.fields(), "a second answer");
          }
        },
        Expected.refused(0, 400, 411));
  }
}
