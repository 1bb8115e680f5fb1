package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Ids that name no day of hers. All look alike: nobody learns which day is somebody else's. */
final class IdFaults {
  private IdFaults() {}

  /**
   * @param endpoint of the day with an id
   * @param id of a day of hers
   * @param othersId of a day of another person
   */
  static List<Fault> of(Function<String, Endpoint> endpoint, String id, String othersId) {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("unknown", "A".repeat(22));
    ids.put("another person's", othersId);
    ids.put("of 21 characters", id.substring(1));
    ids.put("of 23 characters", id + "A");
    ids.put("of 24 characters, padded", id + "==");
    ids.put("of 16 characters", id.substring(6));
    ids.put("of 32 bytes", "A".repeat(43));
    ids.put("of one character", "A");
    ids.put("of 2,000 characters", "A".repeat(2_000));
    ids.put("with unused bits", id.substring(0, 21) + unusedBits(id.charAt(21)));
    ids.put("of the other alphabet", "+".repeat(22));
    ids.put("of no alphabet", "*".repeat(22));
    ids.put("with a dot", id + ".");
    ids.put("with a matrix parameter", id + ";a=b");
    ids.put("escaped", "%" + Integer.toHexString(id.charAt(0)) + id.substring(1));
    ids.put("with a zero", id + "%00");
    ids.put("with a slash inside", id.substring(0, 11) + "%2f" + id.substring(11));
    ids.put("of dots", "..%2f..%2f" + id);
    ids.put("a date", "2024-02-29");
    ids.put("nonsense", Canary.TEXT);
    List<Fault> faults = new ArrayList<>();
    ids.forEach(
        (name, wrong) ->
            faults.add(
                Fault.of(
                    endpoint.apply(wrong).header("If-Match: *"),
                    "id " + name,
                    r -> r,
                    404,
                    "not-found")));
    return faults;
  }

  /**
   * The next letter of the alphabet: the same bytes to a reader that ignores the last four bits.
   */
  private static char unusedBits(char last) {
    return (char) (last + 1);
  }
}
