package app.lunaria.local.gateway.attack;

import static app.lunaria.local.gateway.ground.Ground.CANARY;

import app.lunaria.local.gateway.ground.RecordingService.Received;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Header fields that only a gateway may say, and fields that must reach the service as they are.
 */
final class FieldAttacks {
  private static final String PATH = "/v1/journal";

  /** Said by a client, these are lies. */
  private static final List<String> FORGED =
      List.of(
          "X-Auth-Subject",
          "x-auth-request-user",
          "X-AUTH-ROLES",
          "X_Auth_Subject",
          "X-Auth_Subject",
          "x_forwarded_for",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Prefix",
          "X-Real-IP",
          "True-Client-IP",
          "X-Request-Id",
          "traceparent",
          "tracestate",
          "baggage",
          "b3",
          "X-B3-TraceId",
          "Via",
          "Proxy-Authorization",
          "X-Original-URL",
          "X-Rewrite-URL",
          "X-HTTP-Method-Override",
          "X-Envoy-Original-Path",
          "Expect");

  /** Of one connection, which HTTP/2 has none of (RFC 9113, 8.2.2). */
  private static final List<String> HOP_BY_HOP =
      List.of("Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Upgrade", "HTTP2-Settings");

  /** What a service refuses when it is there twice; here it must not become one. */
  private static final List<String> DOUBLED =
      List.of(
          "Authorization",
          "DPoP",
          "Content-Type",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Time-Zone");

  private static final List<String> KEPT =
      List.of("Accept", "Accept-Language", "Authorization", "DPoP", "Time-Zone", "User-Agent");

  private FieldAttacks() {}

  static Stream<Attack> rows() {
    return Stream.of(
            FORGED.stream()
                .flatMap(
                    name ->
                        both("a forged " + name, Request.get(PATH).with(name, CANARY), nothing())),
            HOP_BY_HOP.stream()
                .map(
                    name ->
                        first(
                            "hop by hop " + name, Request.get(PATH).with(name, CANARY), nothing())),
            DOUBLED.stream()
                .flatMap(
                    name ->
                        both(
                            "a doubled " + name,
                            Request.get(PATH).with(name, "one").with(name, "two"),
                            values(name, "one", "two"))),
            KEPT.stream()
                .flatMap(
                    name ->
                        both(
                            "a single " + name,
                            Request.get(PATH).with(name, CANARY),
                            values(name, CANARY))),
            named(),
            hosts())
        .flatMap(rows -> rows);
  }

  private static Stream<Attack> named() {
    return Stream.of(
        first(
            "a field that Connection names",
            Request.get(PATH).with("Connection", "keep-alive, X-Mine").with("x-mine", CANARY),
            nothing()),
        first(
            "a field that a second Connection names",
            Request.get(PATH)
                .with("Connection", "keep-alive")
                .with("X-Mine", CANARY)
                .with("connection", "x-mine"),
            nothing()),
        first(
            "Connection that names the length",
            Request.post(PATH, "{}").with("Connection", "Content-Length"),
            Expected.passed(
                "cycle",
                "the body with its length",
                it -> it.values("Content-Length").equals(List.of("2")) && it.body().equals("{}"))),
        first(
            "an upgrade to a web socket",
            Request.get(PATH)
                .with("Connection", "Upgrade")
                .with("Upgrade", "websocket")
                .with("Sec-WebSocket-Version", "13")
                .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            without("upgrade", "sec-websocket")),
        first(
            "an upgrade to h2c",
            Request.get(PATH)
                .with("Connection", "Upgrade, HTTP2-Settings")
                .with("Upgrade", "h2c")
                .with("HTTP2-Settings", "AAMAAABkAAQAAP__"),
            without("upgrade", "settings")));
  }

  private static Stream<Attack> hosts() {
    return Stream.of(
        first("a second Host", Request.get(PATH).with("Host", "@"), Expected.refused(400)),
        first(
            "a second, other Host", Request.get(PATH).with("Host", CANARY), Expected.refused(400)),
        second(
            "an other Host beside the authority",
            Request.get(PATH).with("Host", CANARY),
            Expected.refused(0, 400)));
  }

  /** The service sees nothing of what was sent in the field. */
  private static Expected nothing() {
    return without(CANARY);
  }

  private static Expected without(String... texts) {
    return Expected.passed(
        "cycle",
        "a head without " + List.of(texts),
        it -> Stream.of(texts).noneMatch(it.head().toLowerCase(Locale.ROOT)::contains));
  }

  private static Expected values(String name, String... values) {
    Predicate<Received> fits = it -> it.values(name).equals(List.of(values));
    return Expected.passed("cycle", name + ": " + List.of(values), fits);
  }

  private static Stream<Attack> both(String name, Request request, Expected expected) {
    return Stream.of(first(name, request, expected), second(name, request, expected));
  }

  private static Attack first(String name, Request request, Expected expected) {
    return new Attack(Kind.FIELDS, name + ", HTTP/1.1", request::overHttp1, expected);
  }

  private static Attack second(String name, Request request, Expected expected) {
    return new Attack(Kind.FIELDS, name + ", HTTP/2", request::overHttp2, expected);
  }
}
