package app.lunaria.testkit.sweep;

import app.lunaria.testkit.sweep.wire.RequestText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything that can be wrong around the body: methods, types, lengths, paths, headers. */
public final class ProtocolFaults {
  private static final String UNSUPPORTED = "unsupported-media-type";

  private final Endpoint endpoint;
  private final List<Fault> faults = new ArrayList<>();

  private ProtocolFaults(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * @param otherMethods methods that the path does not know
   */
  public static List<Fault> of(Endpoint endpoint, List<String> otherMethods) {
    ProtocolFaults all = new ProtocolFaults(endpoint);
    otherMethods.forEach(
        method -> all.add("method " + method, r -> r.method(method), 405, "method-not-allowed"));
    all.paths();
    all.headers();
    if (endpoint.kind() != Endpoint.Kind.NONE) {
      all.types();
      all.lengths();
    }
    return all.faults;
  }

  private void paths() {
    add("trailing slash", r -> r.target(endpoint.path() + "/"), 404, "not-found");
    add(
        "a path below",
        r -> r.target(endpoint.path() + "/" + Canary.TEXT + "/" + Canary.TEXT),
        404,
        "not-found");
    add(
        "a path of 3,600 characters below",
        r -> r.target(endpoint.path() + "/" + Canary.TEXT + "/" + "a".repeat(3_600)),
        404,
        "not-found");
    either(
        "broken percent encoding in the path",
        r -> r.target(endpoint.path() + "%zz"),
        Set.of(400, 404));
    either(
        "a request line of 8 KiB",
        r -> r.target(endpoint.path() + "?" + "a".repeat(8 * 1024)),
        Set.of(414, 400, 431, 0));
  }

  private void headers() {
    add("Accept: text/html", r -> r.header("Accept: text/html"), 406, "not-acceptable");
    add(
        "headers of 9 KiB",
        r -> r.header("X-Long: " + "a".repeat(9 * 1024)),
        431,
        "request-header-fields-too-large");
    either("headers of 40 KiB", r -> r.header("X-Long: " + "a".repeat(40 * 1024)), Set.of(431, 0));
    either("no Host", r -> r.without("Host"), Set.of(400));
  }

  private void types() {
    add("no Content-Type", r -> r.without("Content-Type"), 415, UNSUPPORTED);
    for (String other :
        List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded; charset=iso-8859-1",
            endpoint.kind() == Endpoint.Kind.FORM
                ? Endpoint.Kind.JSON.contentType()
                : Endpoint.Kind.FORM.contentType(),
            endpoint.kind() == Endpoint.Kind.FILE ? "image/png" : "application/octet-stream",
            Canary.TEXT)) {
      add(
          "Content-Type " + other.replace(Canary.TEXT, "nonsense"),
          r -> r.without("Content-Type").header("Content-Type: " + other),
          415,
          UNSUPPORTED);
    }
    String parameters = ";a=b".repeat(1_300) + ";";
    add(
        "Content-Type with 1,300 parameters",
        r -> r.without("Content-Type").header("Content-Type: application/json" + parameters),
        415,
        UNSUPPORTED);
    for (String coding : List.of("gzip", "br", "identity, gzip")) {
      add(
          "Content-Encoding " + coding,
          r -> r.header("Content-Encoding: " + coding),
          415,
          UNSUPPORTED);
    }
  }

  private void lengths() {
    String tooLarge = "content-too-large";
    int tooLong = endpoint.kind().longest() + 1;
    add("one byte too many", r -> r.header("Content-Length: " + tooLong), 413, tooLarge);
    if (endpoint.kind() != Endpoint.Kind.FILE) {
      add("one byte too many, sent", r -> r.body("a".repeat(tooLong)), 413, tooLarge);
    }
    add("a length of 1 GiB", r -> r.header("Content-Length: 1073741824"), 413, tooLarge);
    add(
        "chunked, without a length",
        r -> r.header("Transfer-Encoding: chunked").body("5\r\nabcde\r\n0\r\n\r\n"),
        411,
        "length-required");
    for (String broken : List.of("-1", "abc", "1, 2", "99999999999999999999")) {
      either(
          "Content-Length " + broken,
          r -> r.header("Content-Length: " + broken),
          Set.of(400, 411, 413, 0));
    }
  }

  private void add(String name, UnaryOperator<RequestText> change, int status, String mark) {
    faults.add(Fault.of(endpoint, name, change, status, mark));
  }

  /** What the parser may refuse by itself, without a body. */
  private void either(String name, UnaryOperator<RequestText> change, Set<Integer> statuses) {
    faults.add(
        new Fault(
            endpoint.name(), name, () -> change.apply(endpoint.right()), statuses, List.of()));
  }
}
