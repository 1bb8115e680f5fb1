package app.lunaria.testkit.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the worked examples of the documents against the frozen files that the code's own tests
 * run.
 *
 * <pre>
 * block = "vector" format place, then a line for each member of input and, behind "→ ", of expect
 * value = as it is in the file · in quotes where white space counts · (nothing) · start…end
 * </pre>
 */
final class Examples {
  static final String KIND = "vector ";

  private static final int LEAST_SHOWN = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> frozen = new HashMap<>();

  /** Reads every frozen file of the checkout. */
  Examples(Checkout checkout) {
    for (Path file : checkout.files("formats/vectors.json")) {
      read(file).properties().stream()
          .filter(member -> member.getValue().isArray())
          .forEach(member -> frozen.put(member.getKey(), member.getValue()));
    }
  }

  /** What is not as in the file, a sentence each. */
  List<String> faults(Document.Block block) {
    String[] words = block.kind().split(" ");
    JsonNode entry =
        frozen.getOrDefault(words[1], JSON.createArrayNode()).path(Integer.parseInt(words[2]));
    if (entry.isMissingNode()) {
      return List.of(block.place() + ": there is no frozen " + words[1] + " " + words[2]);
    }
    return faults(block, members(entry));
  }

  private static List<String> faults(Document.Block block, Map<String, String> expected) {
    List<String> faults = new ArrayList<>();
    Map<String, String> missing = new TreeMap<>(expected);
    for (String line : block.content().lines().toList()) {
      String[] shown = line.replace("→ ", "→").split(" +", 2);
      String value = missing.remove(shown[0]);
      if (value == null || !isShown(value, shown[1])) {
        faults.add(block.place() + ": " + shown[0] + " is not what is frozen");
      }
    }
    missing.keySet().forEach(member -> faults.add(block.place() + ": " + member + " is missing"));
    return faults;
  }

  private static Map<String, String> members(JsonNode entry) {
    Map<String, String> members = new HashMap<>();
    JsonNode input = entry.required("input");
    if (input.isTextual()) {
      members.put("input", input.asText());
    }
    input.properties().forEach(one -> members.put(one.getKey(), one.getValue().asText()));
    entry
        .required("expect")
        .properties()
        .forEach(one -> members.put("→" + one.getKey(), one.getValue().asText()));
    return members;
  }

  private static boolean isShown(String value, String shown) {
    String[] ends = shown.split("…", 2);
    if (ends.length == 2) {
      return Math.min(ends[0].length(), ends[1].length()) >= LEAST_SHOWN
          && value.startsWith(ends[0])
          && value.endsWith(ends[1]);
    }
    return shown.equals(value)
        || shown.equals("\"" + value + "\"")
        || (value.isEmpty() && shown.equals("(nothing)"));
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
