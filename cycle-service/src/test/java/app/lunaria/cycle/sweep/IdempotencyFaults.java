package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import app.lunaria.testkit.sweep.wire.RequestText;
import java.util.ArrayList;
import java.util.List;

/** Keys by which a request cannot be told from another. */
final class IdempotencyFaults {
  private static final String NAME = "Idempotency-Key";

  private IdempotencyFaults() {}

  /**
   * @param endpoint its request was answered before, under the key that it has
   * @param otherFile as right as its own
   */
  static List<Fault> of(Endpoint endpoint, String otherFile) {
    List<Fault> faults = new ArrayList<>();
    faults.add(Fault.of(endpoint, "no key", r -> r.without(NAME), 400, "idempotency-key-missing"));
    for (String key :
        List.of(
            "",
            "k".repeat(129),
            "k".repeat(4_000),
            "schl\u00fcssel",
            "a\tb",
            Canary.TEXT + "\u00a0")) {
      String shown = key.length() > 40 ? key.length() + " characters" : "'" + key + "'";
      faults.add(
          Fault.of(
              endpoint,
              "key " + shown.replace(Canary.TEXT, "nonsense"),
              r -> withKeys(r, key),
              400,
              "idempotency-key-malformed"));
    }
    // A control character is refused by the parser, without a word.
    faults.add(Fault.of(endpoint, "key with a control character", r -> withKeys(r, "\u007f"), 400));
    faults.add(
        Fault.of(
            endpoint,
            "two keys",
            r -> withKeys(r, "one", "another"),
            400,
            "idempotency-key-malformed"));
    faults.add(
        Fault.of(
            endpoint,
            "a key twice",
            r -> withKeys(r, "one", "one"),
            400,
            "idempotency-key-malformed"));
    faults.add(
        Fault.body(endpoint, "the key of another file", otherFile, 422, "idempotency-key-reused"));
    return faults;
  }

  private static RequestText withKeys(RequestText request, String... keys) {
    RequestText changed = request.without(NAME);
    for (String key : keys) {
      changed = changed.header(NAME + ": " + key);
    }
    return changed;
  }
}
