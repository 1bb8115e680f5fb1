package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values of a day that cannot be written, at their boundaries. */
final class DayFaults {
  private static final String MALFORMED = "malformed-json";
  private static final String RANGE = "value-out-of-range";
  private static final String LONG_CODE = "a".repeat(41);

  private final Endpoint endpoint;
  private final List<Fault> faults = new ArrayList<>();

  private DayFaults(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  static List<Fault> of(Endpoint endpoint, Clock clock) {
    DayFaults all = new DayFaults(endpoint);
    all.days(clock);
    all.flows();
    all.codes("symptoms");
    all.codes("mood");
    all.temperatures();
    all.notes();
    return all.faults;
  }

  private void days(Clock clock) {
    faults.addAll(DateFaults.of(endpoint, "day"));
    for (String early : List.of("1899-12-31", "0001-01-01", "0000-01-01")) {
      value("day", "\"" + early + "\"", 422, Fault.at("/day", RANGE));
    }
    value("day", "\"9999-12-31\"", 422, Fault.at("/day", "day-in-the-future"));
    // Asked for when it is sent: at midnight the day after tomorrow becomes tomorrow.
    Supplier<String> tooEarly = () -> "\"" + LocalDate.now(clock).plusDays(2) + "\"";
    faults.add(
        Fault.of(
            endpoint.name(),
            "day after tomorrow",
            () -> endpoint.with(endpoint.body(endpoint.membersWith("day", tooEarly.get()))),
            422,
            Fault.at("/day", "day-in-the-future")));
  }

  private void flows() {
    for (String flow :
        List.of(
            "", "Medium", "MEDIUM", "medium ", "very_heavy", "1", "light\\u0000", Canary.TEXT)) {
      value("flow", "\"" + flow + "\"", 422, Fault.at("/flow", RANGE));
    }
  }

  private void codes(String member) {
    for (String code :
        List.of(
            "",
            "Headache",
            "9lives",
            "-ache",
            "two words",
            "under_score",
            "head\\u0000ache",
            "br\\u00fcche",
            "\\u0430che",
            LONG_CODE,
            "a".repeat(50_000))) {
      value(member, "[\"" + code + "\"]", 422, Fault.at("/" + member + "/0", RANGE));
    }
    value(member, "[\"calm\",\"Calm\"]", 422, Fault.at("/" + member + "/1", RANGE));
    String many =
        IntStream.rangeClosed(1, 51)
            .mapToObj(i -> "\"code-" + i + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    value(member, many, 422, Fault.at("/" + member, RANGE));
    for (String element :
        List.of("null", "1", "true", "[\"" + Canary.TEXT + "\"]", "{}", "\"\\udfff\"")) {
      value(member, "[\"calm\"," + element + "]", 400, MALFORMED);
    }
  }

  private void temperatures() {
    String celsius = "/temperature/celsius";
    for (String degrees :
        List.of("33.99", "43.01", "36.525", "0", "-36.5", "97.7", "1000000", "1e300", "3.6e-5")) {
      value("temperature", "{\"celsius\":" + degrees + "}", 422, Fault.at(celsius, RANGE));
    }
    String missing = Fault.at(celsius, "missing-member");
    for (String none : List.of("{}", "{\"celsius\":null}", "{\"excluded\":true}")) {
      value("temperature", none, 400, missing);
    }
    for (String other : List.of("\"36.5\"", "true", "[36.5]", "{}")) {
      value("temperature", "{\"celsius\":" + other + "}", 400, Fault.at(celsius, MALFORMED));
    }
    for (String other : List.of("\"true\"", "0", "[]", "{}")) {
      value(
          "temperature",
          "{\"celsius\":36.5,\"excluded\":" + other + "}",
          400,
          Fault.at("/temperature/excluded", MALFORMED));
    }
    for (String broken :
        List.of(
            "{\"celsius\":NaN}",
            "{\"celsius\":1e400}",
            "{\"celsius\":+36.5}",
            "{\"celsius\":36,5}",
            "{\"celsius\":036.5}",
            "{\"celsius\":36.5,\"celsius\":36.5}")) {
      value("temperature", broken, 400, MALFORMED);
    }
    value(
        "temperature",
        "{\"celsius\":36.5,\"" + Canary.TEXT + "\":1}",
        400,
        Fault.at("/temperature", "unknown-member"));
  }

  private void notes() {
    for (String notes :
        List.of("n".repeat(4_001), "\\ud83c\\udf19".repeat(4_001), "n".repeat(60_000))) {
      value("notes", "\"" + notes + "\"", 422, Fault.at("/notes", "text-too-long"));
    }
    for (String half : List.of("\\ud83c", "\\udf19\\ud83c", "fine \\udf19")) {
      value("notes", "\"" + half + "\"", 400, MALFORMED);
    }
  }

  private void value(String member, String json, int status, String mark) {
    faults.add(Fault.value(endpoint, member, json, status, mark));
  }
}
