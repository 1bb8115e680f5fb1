package app.lunaria.user.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that can be wrong with a form (RFC 6749, 3.2): a code in answer, never a problem of
 * ours.
 */
final class FormFaults {
  private FormFaults() {}

  static List<Fault> of(Endpoint endpoint) {
    List<Fault> faults = new ArrayList<>();
    String right = endpoint.body(endpoint.members());
    for (Map.Entry<String, String> broken :
        Map.of(
                "%zz behind", right + "&x=%zz",
                "a lone %", "%",
                "a cut escape", right + "&x=%a",
                "invalid UTF-8", right + "&x=%ff%fe",
                "an overlong form of a slash", right + "&x=%c0%af",
                "a raw byte over 7f", right + "&x=\u00e4")
            .entrySet()) {
      add(faults, endpoint, broken.getKey(), broken.getValue(), 400, "invalid_request");
    }
    add(faults, endpoint, "empty body", "", 400, "invalid_request");
    for (String name : endpoint.members().keySet()) {
      boolean resource = name.equals("resource");
      add(
          faults,
          endpoint,
          name + " missing",
          endpoint.body(endpoint.membersBut(name)),
          400,
          resource ? "invalid_target" : "invalid_request");
      add(
          faults,
          endpoint,
          name + " doubled",
          right + "&" + name + "=" + endpoint.members().get(name),
          400,
          "invalid_request");
      add(
          faults,
          endpoint,
          name + " empty",
          endpoint.body(endpoint.membersWith(name, "")),
          400,
          resource ? "invalid_target" : "invalid_request");
    }
    add(
        faults,
        endpoint,
        "an unknown client",
        endpoint.body(endpoint.membersWith("client_id", Canary.TEXT)),
        401,
        "invalid_client");
    if (endpoint.members().containsKey("grant_type")) {
      token(endpoint, faults);
    }
    return faults;
  }

  private static void token(Endpoint endpoint, List<Fault> faults) {
    add(
        faults,
        endpoint,
        "an unknown grant",
        endpoint.body(endpoint.membersWith("grant_type", Canary.TEXT)),
        400,
        "unsupported_grant_type");
    for (String resource :
        List.of(
            "https://lunaria.app/services/audit",
            "https://lunaria.app/services/user/",
            "https://lunaria.app/services/USER",
            Canary.TEXT)) {
      add(
          faults,
          endpoint,
          "resource " + resource.replace(Canary.TEXT, "nonsense"),
          endpoint.body(endpoint.membersWith("resource", resource)),
          400,
          "invalid_target");
    }
    String secret = endpoint.members().containsKey("password") ? "password" : "refresh_token";
    for (String wrong : List.of(Canary.TEXT, "%00", "a".repeat(40_000), "%F0%9F%8C%99", "..%2F")) {
      add(
          faults,
          endpoint,
          secret + " wrong, " + wrong.length() + " characters " + wrong.codePointAt(0),
          endpoint.body(endpoint.membersWith(secret, wrong)),
          400,
          "invalid_grant");
    }
  }

  private static void add(
      List<Fault> faults, Endpoint endpoint, String name, String body, int status, String error) {
    faults.add(Fault.body(endpoint, name, body, status, "{\"error\":\"" + error + "\"}"));
  }
}
