package app.lunaria.user.sweep;

import app.lunaria.testkit.sweep.CallerFaults;
import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import app.lunaria.testkit.sweep.JsonFaults;
import app.lunaria.testkit.sweep.ProtocolFaults;
import app.lunaria.testkit.sweep.Realm;
import app.lunaria.user.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every endpoint of user-service with every fault that applies to it. */
final class Sweep {
  private static final Realm REALM =
      new Realm(Person.ORIGIN, Person.ORIGIN, "user", Clock.systemUTC());

  private final Person person;
  private final Map<String, String> foreignTokens;

  Sweep(Person person) {
    this.person = person;
    this.foreignTokens =
        Map.of("the refresh token", person.refreshToken(), "for cycle-service", forCycle(person));
  }

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    json(faults);
    forms(faults);
    reading(faults);
    return faults;
  }

  /** The endpoints that take a body. */
  List<Endpoint> withBody() {
    return List.of(signUp(), consents(), passwordGrant(), refreshGrant(), revoke());
  }

  private void json(List<Fault> faults) {
    faults.addAll(JsonFaults.of(signUp()));
    faults.addAll(SignUpFaults.of(signUp()));
    faults.addAll(ProtocolFaults.of(signUp(), List.of("PUT", "DELETE", "PATCH")));
    faults.addAll(JsonFaults.of(consents()));
    faults.addAll(ProtocolFaults.of(consents(), List.of("PUT", "DELETE", "PATCH")));
    faults.addAll(callers(consents()));
    for (String purpose : List.of("", Canary.TEXT, "HEALTH-PROCESSING", "health-processing ")) {
      faults.add(
          Fault.value(
              consents(),
              "purpose",
              "\"" + purpose + "\"",
              422,
              Fault.at("/purpose", "value-out-of-range")));
    }
    for (String version : List.of("", "0", "2", "1 ", Canary.TEXT)) {
      faults.add(
          Fault.value(
              consents(), "version", "\"" + version + "\"", 409, "consent-version-outdated"));
    }
  }

  private void forms(List<Fault> faults) {
    for (Endpoint token : List.of(passwordGrant(), refreshGrant())) {
      faults.addAll(FormFaults.of(token));
      faults.addAll(TokenProofFaults.of(token));
    }
    faults.addAll(ProtocolFaults.of(passwordGrant(), List.of("GET", "PUT", "DELETE")));
    faults.addAll(FormFaults.of(revoke()));
    faults.addAll(ProtocolFaults.of(revoke(), List.of("GET", "PUT", "DELETE")));
  }

  private void reading(List<Fault> faults) {
    for (String path : List.of("/v1/account", "/v1/consents")) {
      Endpoint read = Endpoint.reading("GET", path, Optional.of(person));
      faults.addAll(callers(read));
      faults.addAll(ProtocolFaults.of(read, List.of("DELETE")));
    }
    for (String path :
        List.of(
            "/oauth2/jwks",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server")) {
      faults.addAll(
          ProtocolFaults.of(
              Endpoint.reading("GET", path, Optional.empty()), List.of("POST", "PUT", "DELETE")));
    }
  }

  private List<Fault> callers(Endpoint endpoint) {
    return CallerFaults.of(endpoint, REALM, foreignTokens);
  }

  private static String forCycle(Person person) {
    Map<String, String> form = person.passwordGrant();
    form.put("resource", "https://lunaria.app/services/cycle");
    return person.token(form).path("access_token");
  }

  /** Each fault leads to a refusal, so that nobody of this address ever joins. */
  private Endpoint signUp() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("email", "\"" + Canary.TEXT + "@example.org\"");
    members.put("password", "\"" + Canary.TEXT + Canary.TEXT + "\"");
    members.put("birthDate", "\"1994-05-17\"");
    return Endpoint.of("POST", "/v1/account", Endpoint.Kind.JSON, Optional.empty(), members);
  }

  private Endpoint consents() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("purpose", "\"health-processing\"");
    members.put("version", "\"1\"");
    members.put("given", "true");
    return Endpoint.of("POST", "/v1/consents", Endpoint.Kind.JSON, Optional.of(person), members);
  }

  private Endpoint passwordGrant() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("grant_type", Person.PASSWORD_GRANT);
    members.put("client_id", "lunaria-app");
    members.put("username", Canary.TEXT);
    members.put("password", Canary.TEXT);
    members.put("resource", Person.RESOURCE);
    return Endpoint.of("POST", "/oauth2/token", Endpoint.Kind.FORM, Optional.of(person), members);
  }

  private Endpoint refreshGrant() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("grant_type", "refresh_token");
    members.put("client_id", "lunaria-app");
    members.put("refresh_token", "A".repeat(43));
    members.put("resource", Person.RESOURCE);
    return Endpoint.of("POST", "/oauth2/token", Endpoint.Kind.FORM, Optional.of(person), members);
  }

  private Endpoint revoke() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("client_id", "lunaria-app");
    members.put("token", Canary.TEXT);
    return Endpoint.of("POST", "/oauth2/revoke", Endpoint.Kind.FORM, Optional.of(person), members);
  }
}
