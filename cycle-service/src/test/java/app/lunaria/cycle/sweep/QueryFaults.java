package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions to the journal that have no answer. */
final class QueryFaults {
  private static final String RANGE = "value-out-of-range";

  private QueryFaults() {}

  /**
   * @param endpoint its members have a cursor that the service gave
   */
  static List<Fault> of(Endpoint endpoint) {
    List<Fault> faults = new ArrayList<>();
    faults.addAll(DateFaults.of(endpoint, "from"));
    faults.addAll(DateFaults.of(endpoint, "to"));
    ranges(endpoint, faults);
    limits(endpoint, faults);
    cursors(endpoint, faults);
    return faults;
  }

  private static void ranges(Endpoint endpoint, List<Fault> faults) {
    Endpoint first = endpoint.members(endpoint.membersBut("cursor"));
    String dayBefore = first.body(first.membersWith("to", "\"2024-01-31\""));
    faults.add(Fault.body(first, "to a day before from", dayBefore, 422, RANGE));
    // No range that a calendar has costs more than a shorter one.
    String allOfTime =
        first.body(Map.of("from", "\"0001-01-01\"", "to", "\"9999-12-31\"", "limit", "100"));
    faults.add(
        new Fault(
            first.name(), "all of time", () -> first.with(allOfTime), Set.of(200, 422), List.of()));
  }

  private static void limits(Endpoint endpoint, List<Fault> faults) {
    for (String limit : List.of("0", "-1", "101", "1000000")) {
      faults.add(Fault.value(endpoint, "limit", limit, 422, Fault.at("/limit", RANGE)));
    }
    for (String limit : List.of("1.0", "1e1", "\"10\"", "010", "9".repeat(40))) {
      faults.add(Fault.value(endpoint, "limit", limit, 400, "malformed-json"));
    }
    String beyond = endpoint.body(endpoint.membersWith("limit", "4294967297"));
    faults.add(
        new Fault(
            endpoint.name(),
            "limit 2^32 + 1",
            () -> endpoint.with(beyond),
            Set.of(400, 422),
            List.of("errors")));
  }

  private static void cursors(Endpoint endpoint, List<Fault> faults) {
    String given = endpoint.members().get("cursor");
    String text = given.substring(1, given.length() - 1);
    for (String cursor :
        List.of(
            "",
            " ",
            Canary.TEXT,
            "*",
            "AAAA",
            "A".repeat(22),
            "2024-02-29",
            "../..",
            text + "A",
            text + "=",
            " " + text,
            text.substring(1),
            text.substring(0, text.length() - 1),
            "\\u0000",
            "a".repeat(10_000))) {
      faults.add(Fault.value(endpoint, "cursor", "\"" + cursor + "\"", 400, "invalid-cursor"));
    }
    String another = endpoint.body(endpoint.membersWith("from", "\"2024-02-02\""));
    faults.add(Fault.body(endpoint, "cursor of another from", another, 400, "invalid-cursor"));
    another = endpoint.body(endpoint.membersWith("to", "\"2024-03-02\""));
    faults.add(Fault.body(endpoint, "cursor of another to", another, 400, "invalid-cursor"));
  }
}
