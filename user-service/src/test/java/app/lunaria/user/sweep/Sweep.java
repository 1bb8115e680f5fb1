package app.lunaria.user.sweep;

import app.lunaria.user.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every endpoint of user-service with every fault that applies to it. */
final class Sweep {
  private final Person person;

  Sweep(Person person) {
    this.person = person;
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
    faults.addAll(CallerFaults.of(consents()));
    for (String purpose : List.of("", Canary.TEXT, "HEALTH-PROCESSING", "health-processing ")) {
      Endpoint other = consents();
      faults.add(
          Fault.of(
              other.name(),
              "purpose " + purpose.replace(Canary.TEXT, "nonsense"),
              () -> other.with(other.body(other.membersWith("purpose", "\"" + purpose + "\""))),
              422,
              "\"pointer\":\"/purpose\",\"slug\":\"value-out-of-range\""));
    }
    for (String version : List.of("", "0", "2", "1 ", Canary.TEXT)) {
      Endpoint other = consents();
      faults.add(
          Fault.of(
              other.name(),
              "version " + version.replace(Canary.TEXT, "nonsense"),
              () -> other.with(other.body(other.membersWith("version", "\"" + version + "\""))),
              409,
              "consent-version-outdated"));
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
      Endpoint read = new Endpoint("GET", path, Endpoint.Kind.NONE, Optional.of(person), Map.of());
      faults.addAll(CallerFaults.of(read));
      faults.addAll(ProtocolFaults.of(read, List.of("DELETE")));
    }
    for (String path :
        List.of(
            "/oauth2/jwks",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server")) {
      faults.addAll(
          ProtocolFaults.of(
              new Endpoint("GET", path, Endpoint.Kind.NONE, Optional.empty(), Map.of()),
              List.of("POST", "PUT", "DELETE")));
    }
  }

  /** Each fault leads to a refusal, so that nobody of this address ever joins. */
  private Endpoint signUp() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("email", "\"" + Canary.TEXT + "@example.org\"");
    members.put("password", "\"" + Canary.TEXT + Canary.TEXT + "\"");
    members.put("birthDate", "\"1994-05-17\"");
    return new Endpoint("POST", "/v1/account", Endpoint.Kind.JSON, Optional.empty(), members);
  }

  private Endpoint consents() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("purpose", "\"health-processing\"");
    members.put("version", "\"1\"");
    members.put("given", "true");
    return new Endpoint("POST", "/v1/consents", Endpoint.Kind.JSON, Optional.of(person), members);
  }

  private Endpoint passwordGrant() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("grant_type", Person.PASSWORD_GRANT);
    members.put("client_id", "lunaria-app");
    members.put("username", Canary.TEXT);
    members.put("password", Canary.TEXT);
    members.put("resource", Person.RESOURCE);
    return new Endpoint("POST", "/oauth2/token", Endpoint.Kind.FORM, Optional.of(person), members);
  }

  private Endpoint refreshGrant() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("grant_type", "refresh_token");
    members.put("client_id", "lunaria-app");
    members.put("refresh_token", "A".repeat(43));
    members.put("resource", Person.RESOURCE);
    return new Endpoint("POST", "/oauth2/token", Endpoint.Kind.FORM, Optional.of(person), members);
  }

  private Endpoint revoke() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("client_id", "lunaria-app");
    members.put("token", Canary.TEXT);
    return new Endpoint("POST", "/oauth2/revoke", Endpoint.Kind.FORM, Optional.of(person), members);
  }
}
