package app.lunaria.user.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything that can be wrong around the body: methods, types, lengths, paths, headers. */
final class ProtocolFaults {
  private ProtocolFaults() {}

  static List<Fault> of(Endpoint endpoint, List<String> otherMethods) {
    List<Fault> faults = new ArrayList<>();
    for (String method : otherMethods) {
      faults.add(
          Fault.of(
              endpoint.name(),
              "method " + method,
              () -> endpoint.right().method(method),
              405,
              "method-not-allowed"));
    }
    add(faults, endpoint, "trailing slash", r -> r.target(endpoint.path() + "/"), 404, "not-found");
    add(
        faults,
        endpoint,
        "a path below",
        r -> r.target(endpoint.path() + "/" + Canary.TEXT),
        404,
        "not-found");
    add(
        faults,
        endpoint,
        "Accept: text/html",
        r -> r.header("Accept: text/html"),
        406,
        "not-acceptable");
    add(
        faults,
        endpoint,
        "headers of 9 KiB",
        r -> r.header("X-Long: " + "a".repeat(9 * 1024)),
        431,
        "request-header-fields-too-large");
    faults.add(
        new Fault(
            endpoint.name(),
            "headers of 40 KiB",
            () -> endpoint.right().header("X-Long: " + "a".repeat(40 * 1024)),
            Set.of(431, 0),
            ""));
    faults.add(
        new Fault(
            endpoint.name(),
            "a request line of 8 KiB",
            () -> endpoint.right().target(endpoint.path() + "?" + "a".repeat(8 * 1024)),
            Set.of(414, 400, 431, 0),
            ""));
    faults.add(
        new Fault(
            endpoint.name(), "no Host", () -> endpoint.right().without("Host"), Set.of(400), ""));
    faults.add(
        new Fault(
            endpoint.name(),
            "broken percent encoding in the path",
            () -> endpoint.right().target(endpoint.path() + "%zz"),
            Set.of(400, 404),
            ""));
    if (endpoint.kind() != Endpoint.Kind.NONE) {
      body(endpoint, faults);
    }
    return faults;
  }

  private static void body(Endpoint endpoint, List<Fault> faults) {
    String type = "unsupported-media-type";
    add(faults, endpoint, "no Content-Type", r -> r.without("Content-Type"), 415, type);
    for (String other :
        List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded; charset=iso-8859-1",
            Canary.TEXT)) {
      add(
          faults,
          endpoint,
          "Content-Type " + other.replace(Canary.TEXT, "nonsense"),
          r -> r.without("Content-Type").header("Content-Type: " + other),
          415,
          type);
    }
    for (String coding : List.of("gzip", "br", "identity, gzip")) {
      add(
          faults,
          endpoint,
          "Content-Encoding " + coding,
          r -> r.header("Content-Encoding: " + coding),
          415,
          type);
    }
    add(
        faults,
        endpoint,
        "64 KiB and one byte",
        r -> r.body("a".repeat(64 * 1024 + 1)),
        413,
        "content-too-large");
    add(
        faults,
        endpoint,
        "a length of 1 GiB",
        r -> r.header("Content-Length: 1073741824"),
        413,
        "content-too-large");
    add(
        faults,
        endpoint,
        "chunked, without a length",
        r -> r.header("Transfer-Encoding: chunked").body("5\r\nabcde\r\n0\r\n\r\n"),
        411,
        "length-required");
    for (String broken : List.of("-1", "abc", "1, 2", "99999999999999999999")) {
      faults.add(
          new Fault(
              endpoint.name(),
              "Content-Length " + broken,
              () -> endpoint.right().header("Content-Length: " + broken),
              Set.of(400, 411, 413, 0),
              ""));
    }
  }

  private static void add(
      List<Fault> faults,
      Endpoint endpoint,
      String name,
      UnaryOperator<RequestText> change,
      int status,
      String mark) {
    faults.add(Fault.of(endpoint.name(), name, () -> change.apply(endpoint.right()), status, mark));
  }
}
