package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import java.util.ArrayList;
import java.util.List;

/** Places where it is no time of day. */
final class TimeZoneFaults {
  private TimeZoneFaults() {}

  static List<Fault> of(Endpoint endpoint) {
    List<Fault> faults = new ArrayList<>();
    for (String zone :
        List.of(
            "",
            Canary.TEXT,
            "Europe/Nowhere",
            "europe/berlin",
            "Europe/Berlin, Europe/Paris",
            "Europe/Berl\u00efn",
            "../../etc/passwd",
            "+25:00",
            "UTC+99",
            "\"UTC\"",
            "a".repeat(200),
            "Europe/".repeat(500))) {
      String shown = zone.length() > 40 ? zone.length() + " characters" : "'" + zone + "'";
      add(faults, endpoint, shown.replace(Canary.TEXT, "nonsense"), List.of(zone));
    }
    add(faults, endpoint, "two", List.of("Europe/Berlin", "Europe/Paris"));
    add(faults, endpoint, "one twice", List.of("Europe/Berlin", "Europe/Berlin"));
    return faults;
  }

  private static void add(List<Fault> faults, Endpoint endpoint, String name, List<String> zones) {
    List<String> lines = zones.stream().map(zone -> "Time-Zone: " + zone).toList();
    faults.add(
        Fault.of(
            endpoint,
            "Time-Zone " + name,
            r -> r.without("Time-Zone").headers(lines),
            422,
            "value-out-of-range"));
  }
}
