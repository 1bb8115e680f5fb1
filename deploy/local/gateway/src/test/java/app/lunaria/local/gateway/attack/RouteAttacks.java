package app.lunaria.local.gateway.attack;

import static app.lunaria.local.gateway.ground.Ground.CANARY;

import java.util.List;
import java.util.stream.Stream;

/** Targets in disguise: only a path as it is written belongs to a service. */
final class RouteAttacks {
  private static final List<String> USERS =
      List.of(
          "/v1/account",
          "/v1/account/x",
          "/oauth2/jwks",
          "/.well-known/openid-configuration",
          "/v1/account?next=/v1/journal",
          "/v1/account/v1/journal");

  private static final List<String> CYCLES =
      List.of(
          "/v1/journal",
          "/v1/journal/days/8dTq-_abc",
          "/v1/journal?a=%2e%2e/..//%6a;x",
          "/v1/journal/...");

  /** Nobody's, or somebody's only after tidying up. */
  private static final List<String> NOBODYS =
      List.of(
          "/",
          "/v1",
          "/v1/",
          "/v1/journalx",
          "/v1/journa",
          "/V1/journal",
          "/v1/journal/",
          "/v1/journal/?x",
          "//v1/journal",
          "/v1//journal",
          "/v1/./journal",
          "/v1/journal/.",
          "/v1/journal/..",
          "/v1/account/../journal",
          "/v1/journal/../account",
          "/v1/x/../journal",
          "/v1/%6aournal",
          "/%76%31/journal",
          "/v1%2fjournal",
          "/v1/journal%2f..%2f..%2fq/metrics",
          "/v1/journal/%2e%2e/account",
          "/v1/journal/%2E%2E/%2E%2E/q/health",
          "/v1/account/%2e%2e/journal",
          "/v1/journal/%00",
          "/v1/journal;x=y",
          "/v1;x=y/journal",
          "/v1/journal/..;/account",
          "/v1/journal/%5c..%5caccount",
          "/q",
          "/q/",
          "/q/health",
          "/q/metrics",
          "/q/swagger-ui",
          "//q/health",
          "/v1/journal/../../q/health",
          "/?/v1/journal",
          "/@/v1/journal");

  private static final List<String> MALFORMED =
      List.of(
          "v1/journal",
          "*",
          "@",
          "http://" + CANARY + "/v1/journal",
          "http://@/v1/journal",
          "https://@/v1/journal",
          "/v1/journal#x",
          "/v1/journal/%",
          "/v1/journal/%4",
          "/v1/journal/%zz",
          "/v1\\journal",
          "/v1/journal\\..\\account",
          "/v1/journal/<x>",
          "/v1/journal?\"x\"",
          "/v1/journal/\u00e4",
          "/v1/journal?\u00e4");

  private RouteAttacks() {}

  static Stream<Attack> rows() {
    return Stream.of(
            USERS.stream().flatMap(target -> passed("user", target)),
            CYCLES.stream().flatMap(target -> passed("cycle", target)),
            NOBODYS.stream().flatMap(target -> both(Request.get(target), Expected.refused(404))),
            MALFORMED.stream().flatMap(target -> both(Request.get(target), Expected.refused(400))),
            odd())
        .flatMap(rows -> rows);
  }

  /** Neither version of HTTP has a way to write these in the other. */
  private static Stream<Attack> odd() {
    Request connect = new Request("CONNECT", "/v1/journal", List.of(), "");
    Request lower = new Request("get", "/v1/journal", List.of(), "");
    return Stream.of(
        new Attack(Kind.ROUTES, "CONNECT, HTTP/2", connect::overHttp2, Expected.refused(0, 400)),
        new Attack(
            Kind.ROUTES,
            "a method in small letters, HTTP/1.1",
            lower::overHttp1,
            Expected.refused(400)),
        new Attack(
            Kind.ROUTES,
            "a method in small letters, HTTP/2",
            lower::overHttp2,
            Expected.refused(400)),
        host("another host", "Host: " + CANARY + "\r\n"),
        host("another port", "Host: 127.0.0.1:1\r\n"),
        host("no port", "Host: 127.0.0.1\r\n"),
        host("a user before the host", "Host: " + CANARY + "%40@\r\n"),
        host("a name that only begins as ours", "Host: 127.0.0.1." + CANARY + "\r\n"),
        host("an empty host", "Host:\r\n"),
        host("no host", ""));
  }

  private static Attack host(String name, String field) {
    return new Attack(
        Kind.ROUTES,
        name + ", HTTP/1.1",
        ground -> ground.ask("GET /v1/journal HTTP/1.1\r\n" + field + "\r\n"),
        Expected.refused(400));
  }

  private static Stream<Attack> passed(String service, String target) {
    return both(
        Request.get(target),
        Expected.passed(
            service,
            "the target as it was sent",
            it -> it.line().equals("GET " + target + " HTTP/1.1")));
  }

  private static Stream<Attack> both(Request request, Expected expected) {
    return Stream.of(
        new Attack(Kind.ROUTES, request.target() + ", HTTP/1.1", request::overHttp1, expected),
        new Attack(Kind.ROUTES, request.target() + ", HTTP/2", request::overHttp2, expected));
  }
}
