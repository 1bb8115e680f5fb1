package app.lunaria.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The frozen examples of our formats; each caller says how many it expects, so that none is lost.
 */
final class FrozenCases {
  private FrozenCases() {}

  static final Environment ENV = Environment.of(json("formats/vectors.json").get("env").asText());

  static List<JsonNode> vectors(String format, int expected) {
    return counted(elements(json("formats/vectors.json").get(format)).toList(), expected);
  }

  static List<JsonNode> indexVectors(String kind) {
    return counted(
        vectors("index", 4).stream().filter(v -> text(v, "input", "kind").equals(kind)).toList(),
        1);
  }

  static List<JsonNode> refusals(String format, int expected) {
    Stream<JsonNode> all = elements(json("formats/refusals.json"));
    return counted(all.filter(c -> text(c, "format").equals(format)).toList(), expected);
  }

  static JsonNode json(String resource) {
    try (InputStream in = FrozenCases.class.getClassLoader().getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new AssertionError(resource, unreadable);
    }
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static String text(JsonNode node, String... path) {
    JsonNode at = node;
    for (String member : path) {
      at = at.required(member);
    }
    return at.asText();
  }

  static byte[] hex(JsonNode node, String... path) {
    return HexFormat.of().parseHex(text(node, path));
  }

  static KeyMaterial key(JsonNode node, String... path) {
    return KeyMaterial.takeOwnershipOf(hex(node, path));
  }

  private static List<JsonNode> counted(List<JsonNode> cases, int expected) {
    if (cases.size() != expected) {
      throw new AssertionError(expected + " cases expected, " + cases.size() + " found");
    }
    return cases;
  }
}
