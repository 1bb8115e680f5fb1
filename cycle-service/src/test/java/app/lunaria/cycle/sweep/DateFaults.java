package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import java.util.ArrayList;
import java.util.List;

/** Texts that are no date, and dates that no calendar has. */
final class DateFaults {
  private DateFaults() {}

  static List<Fault> of(Endpoint endpoint, String member) {
    List<Fault> faults = new ArrayList<>();
    for (String impossible :
        List.of(
            "2026-02-29",
            "1900-02-29",
            "2024-02-30",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-01-32")) {
      faults.add(
          Fault.value(
              endpoint,
              member,
              "\"" + impossible + "\"",
              422,
              Fault.at("/" + member, "impossible-date")));
    }
    for (String malformed :
        List.of(
            "",
            "2026-2-3",
            "20260203",
            "2026-02-03T00:00:00",
            "2026-02-03T00:00:00Z",
            "2026-02-03 ",
            " 2026-02-03",
            "2026-02-03\\n",
            "2026/02/03",
            "03.02.2026",
            "+2026-02-03",
            "-2026-02-03",
            "12026-02-03",
            "26-02-03",
            "2026-W06-2",
            "2026-034",
            "\\uff12\\uff10\\uff12\\uff16-\\uff10\\uff12-\\uff10\\uff13",
            "\\u0662\\u0660\\u0662\\u0666-\\u0660\\u0662-\\u0660\\u0663",
            "2026\\u201002\\u201003",
            Canary.TEXT)) {
      faults.add(
          Fault.value(
              endpoint,
              member,
              "\"" + malformed + "\"",
              400,
              Fault.at("/" + member, "malformed-json")));
    }
    for (String other : List.of("20260203", "[2026,2,3]", "{\"year\":2026}")) {
      faults.add(Fault.value(endpoint, member, other, 400, "malformed-json"));
    }
    return faults;
  }
}
