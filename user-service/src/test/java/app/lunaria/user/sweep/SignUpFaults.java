package app.lunaria.user.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Values of a sign-up that are well formed and not allowed, at their boundaries. */
final class SignUpFaults {
  private final Endpoint endpoint;
  private final List<Fault> faults = new ArrayList<>();

  private SignUpFaults(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  static List<Fault> of(Endpoint endpoint) {
    SignUpFaults all = new SignUpFaults(endpoint);
    all.emails();
    all.passwords();
    all.birthDates();
    return all.faults;
  }

  private void emails() {
    for (String email :
        List.of(
            "",
            "@",
            Canary.TEXT,
            Canary.TEXT + "@",
            "@example.org",
            "a@b",
            "a@@example.org",
            "a b@example.org",
            ".a@example.org",
            "a.@example.org",
            "a..b@example.org",
            "a@-example.org",
            "a@example.123",
            "a@exa_mple.org",
            "a".repeat(65) + "@example.org",
            "a@" + "b".repeat(64) + ".org",
            "a@" + "b.".repeat(126) + "org",
            "\\u00e4@example.org",
            "a@ex\\u00e4mple.org",
            "a\\u0000@example.org",
            "a\\r\\nBcc: x@example.org",
            "\\\"a b\\\"@example.org",
            "a@[127.0.0.1]")) {
      value("email", "\"" + email + "\"", 422, Fault.at("/email", "invalid-email"));
    }
  }

  private void passwords() {
    for (String password :
        List.of(
            "",
            Canary.TEXT.substring(0, 14),
            "a".repeat(129),
            "a".repeat(20_000),
            "\\ud83c\\udf19".repeat(14))) {
      value("password", "\"" + password + "\"", 422, Fault.at("/password", "weak-password"));
    }
  }

  private void birthDates() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String malformed :
        List.of(
            "\"\"",
            "\"1994-5-17\"",
            "\"1994-05-17 \"",
            "\"1994-05-17T00:00:00Z\"",
            "\"17.05.1994\"",
            "\"+1994-05-17\"",
            "\"19940517\"",
            "\"" + Canary.TEXT + "\"",
            "20000",
            "[1994,5,17]")) {
      value("birthDate", malformed, 400, "malformed-json");
    }
    for (String impossible :
        List.of(
            "1994-02-30", "1994-02-29", "1900-02-29", "1994-13-01", "1994-00-10", "1994-04-31")) {
      value("birthDate", "\"" + impossible + "\"", 422, Fault.at("/birthDate", "impossible-date"));
    }
    for (String outside :
        List.of("1899-12-31", "0001-01-01", today.plusDays(1).toString(), "9999-12-31")) {
      value("birthDate", "\"" + outside + "\"", 422, Fault.at("/birthDate", "value-out-of-range"));
    }
    for (String young :
        List.of(today.toString(), today.minusYears(16).plusDays(1).toString(), "2020-02-29")) {
      value("birthDate", "\"" + young + "\"", 422, Fault.at("/birthDate", "under-age"));
    }
  }

  private void value(String member, String json, int status, String mark) {
    faults.add(Fault.value(endpoint, member, json, status, mark));
  }
}
