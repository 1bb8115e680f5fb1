package app.lunaria.local.gateway.attack;

import static app.lunaria.local.gateway.ground.Ground.CANARY;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RawHttp2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Heads of HTTP/2 that would be something else where they are written as HTTP/1.1, and those that
 * RFC 9113 (8.2, 8.3) calls malformed.
 */
final class Http2Attacks {
  private static final String INJECTED = "\r\nX-Auth-Subject: " + CANARY;
  private static final String NEXT =
      " HTTP/1.1\r\nHost: a\r\n\r\nGET /v1/account/" + CANARY + " HTTP/1.1\r\nX: ";

  private Http2Attacks() {}

  static Stream<Attack> rows() {
    return Stream.of(values(), names(), pseudoFields(), bodies()).flatMap(rows -> rows);
  }

  private static Stream<Attack> values() {
    return Stream.of(
        refused("a line break in a value", "x", "a" + INJECTED),
        refused("a line feed in a value", "x", "a\nx-auth-subject: b"),
        refused("a carriage return in a value", "x", "a\rb"),
        refused("a NUL in a value", "x", "a\0b"),
        refused("a space before a value", "x", " a"),
        refused("a space behind a value", "x", "a "));
  }

  private static Stream<Attack> names() {
    return Stream.of(
        refused("a line break in a name", "x" + INJECTED, "a"),
        refused("a colon in a name", "x: y", "a"),
        refused("a space in a name", "x y", "a"),
        refused("a capital in a name", "X-Auth-Subject", CANARY),
        refused("an empty name", "", "a"),
        refused("transfer-encoding", "transfer-encoding", "chunked"),
        refused("connection", "connection", "x-mine"),
        refused("keep-alive", "keep-alive", "1"),
        refused("proxy-connection", "proxy-connection", "keep-alive"),
        refused("upgrade", "upgrade", "h2c"),
        refused("te other than trailers", "te", "gzip"));
  }

  private static Stream<Attack> pseudoFields() {
    return Stream.of(
        refused("a second path", ":path", "/v1/account"),
        refused("a second method", ":method", "POST"),
        refused("an unknown pseudo-field", ":protocol", "websocket"),
        refused("a pseudo-field of answers", ":status", "200"),
        instead("a request in the path", ":path", "/v1/journal" + NEXT),
        instead("a space in the path", ":path", "/v1/journal x"),
        instead("no slash in the path", ":path", "v1/journal"),
        instead("an empty path", ":path", ""),
        instead("another host in the path", ":path", "http://" + CANARY + "/v1/journal"),
        instead("a request in the method", ":method", "GET /v1/account" + NEXT),
        instead("another authority", ":authority", CANARY),
        instead("a line break in the authority", ":authority", "@" + INJECTED),
        instead("a user in the authority", ":authority", CANARY + "%40@"),
        instead("another scheme", ":scheme", "http"),
        instead("a path in the scheme", ":scheme", "https://" + CANARY + "/?"),
        without("no path", ":path"),
        without("no method", ":method"),
        without("no authority", ":authority"));
  }

  private static Stream<Attack> bodies() {
    return Stream.of(
        body("more than was announced", "1", 0, 400),
        body("less than was announced", "3", 0, 400),
        body("a body where none was announced", "0", 0, 400, 411),
        body("a length that is no number", "x", 0, 400),
        body("a negative length", "-1", 0, 400));
  }

  private static List<String> head(String... more) {
    List<String> head =
        new ArrayList<>(
            List.of(
                ":method", "GET", ":scheme", "https", ":authority", "@", ":path", "/v1/journal"));
    head.addAll(Arrays.asList(more));
    return head;
  }

  private static Attack refused(String name, String field, String value) {
    return refused(name, head(field, value));
  }

  private static Attack instead(String name, String field, String value) {
    List<String> head = head();
    head.set(head.indexOf(field) + 1, value);
    return refused(name, head);
  }

  private static Attack without(String name, String field) {
    List<String> head = head();
    int at = head.indexOf(field);
    head.remove(at);
    head.remove(at);
    return refused(name, head);
  }

  private static Attack refused(String name, List<String> head) {
    return new Attack(
        Kind.FRAMING,
        name + ", HTTP/2",
        ground -> {
          try (RawHttp2 client = ground.http2()) {
            return client.headers(1, RawHttp2.head(at(ground, head)), true).answer(1);
          }
        },
        Expected.refused(0, 400));
  }

  /** Two bytes, announced as so many. */
  private static Attack body(String name, String length, Integer... statuses) {
    List<String> head = head("content-type", "application/json", "content-length", length);
    head.set(1, "POST");
    return new Attack(
        Kind.FRAMING,
        name + ", HTTP/2",
        ground -> {
          try (RawHttp2 client = ground.http2()) {
            return client
                .headers(1, RawHttp2.head(at(ground, head)), false)
                .data(1, "{}", true)
                .answer(1);
          }
        },
        Expected.refused(statuses));
  }

  private static String[] at(Ground ground, List<String> head) {
    return head.stream().map(text -> text.replace("@", ground.authority())).toArray(String[]::new);
  }
}
