package app.lunaria.testkit.sweep;

import app.lunaria.testkit.sweep.wire.RawAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Judges answers and counts them for the table that the sweep leaves behind. */
public final class Verdicts {
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Map<Integer, Integer>> counts = new LinkedHashMap<>();

  public void judge(Fault fault, RawAnswer answer) {
    counts
        .computeIfAbsent(fault.endpoint(), any -> new TreeMap<>())
        .merge(answer.status(), 1, Integer::sum);
    String objection = objection(fault, answer);
    if (!objection.isEmpty()) {
      wrong.add(fault.endpoint() + ", " + fault.name() + ": " + objection);
    }
  }

  /** What is wrong with the answer to a fault; empty if it is right. */
  public static String objection(Fault fault, RawAnswer answer) {
    if (answer.status() >= 500) {
      return "a " + answer.status() + ": " + answer.text();
    }
    if (!fault.statuses().contains(answer.status())) {
      return "status " + answer.status() + " instead of " + fault.statuses() + ": " + answer.text();
    }
    for (String mark : fault.marks()) {
      if (!answer.text().contains(mark)) {
        return "says not " + mark + " but " + answer.text();
      }
    }
    if (answer.text().toLowerCase(Locale.ROOT).contains(Canary.TEXT)) {
      return "repeats what was sent: " + answer.text();
    }
    if (answer.status() == 405 && answer.header("Allow").isEmpty()) {
      return "a 405 without Allow";
    }
    if (answer.status() != 0 && !fault.marks().isEmpty() && answer.header("Date").isEmpty()) {
      return "an answer without Date";
    }
    return stackTrace(answer) ? "shows a stack: " + answer.text() : "";
  }

  private static boolean stackTrace(RawAnswer answer) {
    return answer.body().contains("Exception") || answer.body().contains("\tat ");
  }

  /** Every answer that was not right, and why. */
  public List<String> wrong() {
    return wrong;
  }

  public int total() {
    return counts.values().stream()
        .flatMap(byStatus -> byStatus.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Endpoint by status, as Markdown. */
  public String table() {
    StringBuilder table = new StringBuilder("| endpoint | requests | by status |\n|---|---|---|\n");
    counts.forEach(
        (endpoint, byStatus) ->
            table
                .append("| ")
                .append(endpoint)
                .append(" | ")
                .append(byStatus.values().stream().mapToInt(Integer::intValue).sum())
                .append(" | ")
                .append(
                    String.join(
                        ", ",
                        byStatus.entrySet().stream()
                            .map(entry -> entry.getKey() + " × " + entry.getValue())
                            .toList()))
                .append(" |\n"));
    return table.toString();
  }
}
