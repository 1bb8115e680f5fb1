package app.lunaria.cycle.sweep;

import app.lunaria.cycle.Person;
import app.lunaria.testkit.sweep.CallerFaults;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import app.lunaria.testkit.sweep.JsonFaults;
import app.lunaria.testkit.sweep.ProtocolFaults;
import app.lunaria.testkit.sweep.Realm;
import app.lunaria.testkit.sweep.SignedIn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every endpoint of cycle-service with every fault that applies to it. */
final class Sweep {
  static final Realm REALM = new Realm(Person.ORIGIN, Person.ORIGIN, "cycle", Clock.systemUTC());

  private final Ground ground;
  private final Endpoints endpoints;
  private final Map<String, String> foreignTokens;
  private final Map<String, ? extends SignedIn> withoutConsent;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param foreignTokens tokens that the issuer might give and the service does not take
   * @param withoutConsent people who did not agree that their health data are processed
   */
  Sweep(
      Ground ground,
      Map<String, String> foreignTokens,
      Map<String, ? extends SignedIn> withoutConsent) {
    this.ground = ground;
    this.endpoints = new Endpoints(ground.person());
    this.foreignTokens = foreignTokens;
    this.withoutConsent = withoutConsent;
  }

  List<Fault> faults() {
    endpoints.all(ground).forEach(this::callers);
    put();
    query();
    days();
    imports();
    forecast();
    preconditions();
    return faults;
  }

  private void callers(Endpoint endpoint) {
    faults.addAll(CallerFaults.of(endpoint, REALM, foreignTokens));
    withoutConsent.forEach(
        (name, person) ->
            faults.add(Fault.of(endpoint.by(person), name, r -> r, 403, "consent-missing")));
  }

  private void put() {
    Endpoint put = endpoints.put(Endpoints.DAY);
    faults.addAll(JsonFaults.of(put));
    faults.addAll(DayFaults.of(put, REALM.clock()));
    faults.addAll(ProtocolFaults.of(put, List.of("GET", "POST", "DELETE", "PATCH")));
  }

  private void query() {
    Endpoint query = endpoints.all(ground).get(1);
    faults.addAll(JsonFaults.of(query));
    faults.addAll(QueryFaults.of(query));
    faults.addAll(ProtocolFaults.of(query, List.of("GET", "PUT", "DELETE", "PATCH")));
  }

  private void days() {
    faults.addAll(IdFaults.of(endpoints::read, ground.day().id(), ground.othersId()));
    faults.addAll(IdFaults.of(endpoints::delete, ground.day().id(), ground.othersId()));
    faults.addAll(
        ProtocolFaults.of(endpoints.read(ground.day().id()), List.of("PUT", "POST", "PATCH")));
    faults.addAll(
        ProtocolFaults.of(
            endpoints.delete(ground.day().id()).header("If-Match: \"999999\""),
            List.of("PUT", "POST")));
  }

  private void imports() {
    List<String> otherMethods = List.of("GET", "PUT", "DELETE", "PATCH");
    faults.addAll(ImportFaults.of(endpoints.preview()));
    faults.addAll(ProtocolFaults.of(endpoints.preview(), otherMethods));
    faults.addAll(
        ImportFaults.of(endpoints.importsWithoutKey().header("Idempotency-Key: never kept")));
    faults.addAll(IdempotencyFaults.of(endpoints.imports(), Endpoints.OTHER_FILE));
    faults.addAll(ProtocolFaults.of(endpoints.imports(), otherMethods));
  }

  private void forecast() {
    faults.addAll(TimeZoneFaults.of(endpoints.forecast()));
    faults.addAll(
        ProtocolFaults.of(endpoints.forecast(), List.of("POST", "PUT", "DELETE", "PATCH")));
  }

  /** Last of all, and of two days: one that is taken in spite of its fault changes a version. */
  private void preconditions() {
    Endpoint put = endpoints.put(Endpoints.DAY);
    faults.addAll(PreconditionFaults.ofNothing(endpoints.put(Endpoints.EMPTY_DAY)));
    faults.addAll(
        PreconditionFaults.of(
            put.members(put.membersWith("notes", "\"slept well\"")), ground.day().etag()));
    faults.addAll(
        PreconditionFaults.of(
            endpoints.delete(ground.anotherDay().id()), ground.anotherDay().etag()));
  }
}
