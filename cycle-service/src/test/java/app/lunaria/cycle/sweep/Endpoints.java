package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.SignedIn;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of cycle-service, as one person calls them. */
record Endpoints(SignedIn person) {
  static final Map<String, String> DAY =
      inOrder(
          "day", "\"2024-02-29\"",
          "flow", "\"medium\"",
          "symptoms", "[\"cramps\",\"headache\"]",
          "mood", "[\"calm\"]",
          "temperature", "{\"celsius\":36.52,\"excluded\":false}",
          "notes", "\"slept badly\"");

  static final Map<String, String> ANOTHER_DAY =
      inOrder("day", "\"2024-02-28\"", "flow", "\"light\"");

  /** Nobody writes about it. */
  static final Map<String, String> EMPTY_DAY =
      inOrder("day", "\"1999-12-31\"", "flow", "\"light\"");

  /** Two days are in the range, so that the first page gives a cursor. */
  static final Map<String, String> QUERY =
      inOrder("from", "\"2024-02-01\"", "to", "\"2024-03-01\"", "limit", "1");

  static final String FILE =
      """
      [{"type":"period","id":"00000000-0000-4000-8000-000000000001","date":"2024-01-05","value":{"option":"heavy"}},
       {"type":"pain","id":"00000000-0000-4000-8000-000000000002","date":"2024-01-05","value":[{"option":"period_cramps"}]}]""";

  static final String OTHER_FILE = FILE.replace("heavy", "light");

  private static final String DAYS = "/v1/journal/days";

  /** The last day that can be written about; it is today when midnight comes in between. */
  static Map<String, String> tomorrow() {
    LocalDate tomorrow = LocalDate.now(Sweep.REALM.clock()).plusDays(1);
    return inOrder("day", "\"" + tomorrow + "\"", "flow", "\"none\"");
  }

  Endpoint put(Map<String, String> day) {
    return Endpoint.of("PUT", DAYS, Endpoint.Kind.JSON, caller(), day)
        .optional("flow", "symptoms", "mood", "temperature", "notes");
  }

  Endpoint query(Map<String, String> question) {
    return Endpoint.of("POST", "/v1/journal/query", Endpoint.Kind.JSON, caller(), question)
        .optional("limit", "cursor");
  }

  Endpoint read(String id) {
    return ofDay("GET", id);
  }

  /** Without a precondition. */
  Endpoint delete(String id) {
    return ofDay("DELETE", id);
  }

  Endpoint preview() {
    return Endpoint.file("POST", "/v1/imports/preview", caller(), FILE);
  }

  Endpoint imports() {
    return importsWithoutKey().header("Idempotency-Key: taken");
  }

  Endpoint importsWithoutKey() {
    return Endpoint.file("POST", "/v1/imports", caller(), FILE);
  }

  Endpoint forecast() {
    return Endpoint.reading("GET", "/v1/forecast", caller()).header("Time-Zone: Europe/Berlin");
  }

  /** All of them, right or refused last of all, so that no request changes anything. */
  List<Endpoint> all(Ground ground) {
    Map<String, String> nextPage = new LinkedHashMap<>(QUERY);
    nextPage.put("cursor", "\"" + ground.cursor() + "\"");
    return List.of(
        put(DAY),
        query(nextPage),
        read(ground.day().id()),
        delete(ground.day().id()).header("If-Match: \"999999\""),
        preview(),
        imports(),
        forecast());
  }

  private Endpoint ofDay(String method, String id) {
    return Endpoint.reading(method, DAYS + "/" + id, caller()).named(method + " " + DAYS + "/{id}");
  }

  private Optional<SignedIn> caller() {
    return Optional.of(person);
  }

  private static Map<String, String> inOrder(String... namesAndValues) {
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }
}
