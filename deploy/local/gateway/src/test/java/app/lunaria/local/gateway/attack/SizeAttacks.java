package app.lunaria.local.gateway.attack;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RawHttp1;
import app.lunaria.local.gateway.ground.RawHttp2;
import app.lunaria.local.gateway.ground.WireAnswer;
import java.io.IOException;
import java.util.stream.Stream;

/** More than a service should have to take. */
final class SizeAttacks {
  private static final int BODY = 65_536;
  private static final int FILE = 16_777_216;

  private SizeAttacks() {}

  static Stream<Attack> rows() {
    return Stream.of(bodies(), heads()).flatMap(rows -> rows);
  }

  private static Stream<Attack> bodies() {
    return Stream.of(
        passed(
            "a body of 64 KiB, HTTP/1.1",
            Request.post("/v1/journal", "x".repeat(BODY))::overHttp1,
            BODY),
        refused(
            "one byte more, HTTP/1.1",
            Request.post("/v1/journal", "x".repeat(BODY + 1))::overHttp1,
            413),
        refused("one byte more, HTTP/2", announced("/v1/journal", BODY + 1), 413),
        refused(
            "one byte more at a path beside files, HTTP/2",
            announced("/v1/importsx", BODY + 1),
            413,
            404),
        passed(
            "a file longer than a body, HTTP/1.1",
            Request.post("/v1/imports/preview", "x".repeat(BODY + 1))::overHttp1,
            BODY + 1),
        refused(
            "a file of more than 16 MiB, HTTP/1.1", announcedFirst("/v1/imports", FILE + 1L), 413),
        refused("a file of more than 16 MiB, HTTP/2", announced("/v1/imports", FILE + 1L), 413),
        refused("a body of 99 GB, HTTP/1.1", announcedFirst("/v1/journal", 99_000_000_000L), 413),
        refused(
            "a length that fits no number, HTTP/1.1",
            ground ->
                ground.ask(
                    "POST /v1/journal HTTP/1.1\r\nHost: @\r\nContent-Length: 99999999999999999999\r\n\r\n"),
            400),
        refused("a body without a length, HTTP/2", SizeAttacks::endless, 411));
  }

  private static Stream<Attack> heads() {
    Request get = Request.get("/v1/journal");
    return Stream.of(
        passed(
            "fields of just under 8 KiB, HTTP/1.1", get.with("X", "x".repeat(8_000))::overHttp1, 0),
        refused(
            "fields of more than 8 KiB, HTTP/1.1",
            get.with("X", "x".repeat(8_192))::overHttp1,
            431),
        refused(
            "fields of more than 8 KiB, HTTP/2", get.with("X", "x".repeat(8_192))::overHttp2, 431),
        refused(
            "fields of more than 16 KiB, HTTP/1.1",
            get.with("X", "x".repeat(16_384))::overHttp1,
            431),
        refused(
            "fields of more than 16 KiB, HTTP/2",
            get.with("X", "x".repeat(16_384))::overHttp2,
            0,
            431),
        refused(
            "fields of 100,000 bytes, HTTP/2",
            get.with("X", "x".repeat(100_000))::overHttp2,
            0,
            431),
        refused(
            "a request line of more than 4 KiB, HTTP/1.1",
            Request.get("/v1/journal?" + "x".repeat(4_096))::overHttp1,
            400));
  }

  /** Only says that it comes. */
  private static Attack.Try announcedFirst(String path, long length) {
    return ground -> {
      try (RawHttp1 client = ground.http1()) {
        return client
            .send(
                "POST "
                    + path
                    + " HTTP/1.1\r\nHost: "
                    + ground.authority()
                    + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + length
                    + "\r\n\r\n{")
            .answer();
      }
    };
  }

  private static Attack.Try announced(String path, long length) {
    return ground -> {
      try (RawHttp2 client = ground.http2()) {
        client.headers(
            1,
            ground.head(
                "POST",
                path,
                "content-type",
                "application/json",
                "content-length",
                Long.toString(length)),
            false);
        return client.answer(1);
      }
    };
  }

  private static WireAnswer endless(Ground ground) throws IOException {
    try (RawHttp2 client = ground.http2()) {
      client.headers(
          1, ground.head("POST", "/v1/journal", "content-type", "application/json"), false);
      return client.data(1, "{", false).answer(1);
    }
  }

  private static Attack passed(String name, Attack.Try how, int length) {
    return new Attack(
        Kind.SIZES,
        name,
        how,
        Expected.passed("cycle", "all of it", it -> it.body().length() == length));
  }

  private static Attack refused(String name, Attack.Try how, Integer... statuses) {
    return new Attack(Kind.SIZES, name, how, Expected.refused(statuses));
  }
}
