package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import app.lunaria.testkit.sweep.wire.RequestText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes of a day by somebody who does not know how it is. */
final class PreconditionFaults {
  private final Endpoint endpoint;
  private final String etag;
  private final List<Fault> faults = new ArrayList<>();

  private PreconditionFaults(Endpoint endpoint, String etag) {
    this.endpoint = endpoint;
    this.etag = etag;
  }

  /**
   * @param change a change of a day that exists, without a precondition
   * @param etag the one that the day has
   */
  static List<Fault> of(Endpoint change, String etag) {
    PreconditionFaults all = new PreconditionFaults(change, etag);
    all.add("no If-Match", r -> r, 428, "precondition-missing");
    for (String line :
        List.of(
            "If-Match: \"999999\"",
            "If-Match: \"0\"",
            "If-Match: W/" + etag,
            "If-Match: " + etag.replace("\"", ""),
            "If-Match: '" + etag.replace("\"", "") + "'",
            "If-Match: " + etag.substring(0, etag.length() - 1),
            "If-Match: " + etag.substring(1),
            "If-Match: \"" + etag + "\"",
            "If-Match: \"0" + etag.substring(1),
            "If-Match: **",
            "If-Match: \"*\"",
            "If-Match: \"\"",
            "If-Match: ",
            "If-Match: ,",
            "If-Match: " + Canary.TEXT,
            "If-Match: \"" + Canary.TEXT + "\"",
            "If-Match: \"998\", \"999\", W/" + etag,
            "If-Match: \"" + "9".repeat(4_000) + "\"",
            "If-None-Match: *",
            "If-None-Match: " + etag,
            "If-Match: x" + etag,
            "If-Match: " + etag + "x",
            "If-Match: " + etag + " \"999\"")) {
      all.refused(line.length() > 60 ? "If-Match of 4,000 digits" : line, List.of(line));
    }
    all.refused("If-Match twice", List.of("If-Match: \"998\"", "If-Match: \"999\""));
    all.refused("If-Match, and If-None-Match: *", List.of("If-Match: " + etag, "If-None-Match: *"));
    return all.faults;
  }

  /**
   * @param change a change of a day that does not exist
   */
  static List<Fault> ofNothing(Endpoint change) {
    List<Fault> faults = new ArrayList<>();
    for (String line : List.of("If-Match: *", "If-Match: \"1\"", "If-Match: W/\"1\"")) {
      faults.add(
          Fault.of(
              change,
              line + " for a day that is not there",
              r -> r.header(line),
              412,
              "changed-meanwhile"));
    }
    return faults;
  }

  private void refused(String name, List<String> lines) {
    add(name.replace(Canary.TEXT, "nonsense"), r -> r.headers(lines), 412, "changed-meanwhile");
  }

  private void add(String name, UnaryOperator<RequestText> change, int status, String slug) {
    faults.add(Fault.of(endpoint, name, change, status, slug, "ETag: " + etag));
  }
}
