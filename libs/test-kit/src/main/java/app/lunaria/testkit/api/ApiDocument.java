package app.lunaria.testkit.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An OpenAPI 3.1 document. */
final class ApiDocument {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode root;
  private final List<Operation> operations = new ArrayList<>();

  private ApiDocument(JsonNode root) {
    this.root = root;
    Place paths = new Place("", root).at("paths");
    for (Map.Entry<String, JsonNode> path : paths.node().properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          Place place = paths.at(path.getKey()).at(method.getKey());
          operations.add(new Operation(this, method.getKey(), path.getKey(), place));
        }
      }
    }
  }

  /** Where the description of a service is committed: {@code docs/api} of the checkout. */
  static Path file(String service) {
    Path inCheckout = Path.of("docs", "api", service + ".yaml");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("mvnw"))) {
        return at.resolve(inCheckout);
      }
    }
    throw new IllegalStateException("no checkout lies above " + Path.of("").toAbsolutePath());
  }

  static ApiDocument committed(String service) {
    try {
      return parse(Files.readString(file(service)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads YAML, or JSON, which is YAML too. */
  static ApiDocument parse(String yaml) {
    try {
      return new ApiDocument(YAML.readTree(yaml));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("the description is no YAML", malformed);
    }
  }

  JsonNode root() {
    return root;
  }

  List<Operation> operations() {
    return operations;
  }

  Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.isAt(path))
        .findFirst();
  }

  boolean hasPath(String path) {
    return operations.stream().anyMatch(operation -> operation.isAt(path));
  }

  /** The place, or the one that it refers to in this document. */
  Place resolved(Place place) {
    String reference = place.node().path("$ref").asText();
    return reference.startsWith("#")
        ? new Place(reference.substring(1), root.at(reference.substring(1)))
        : place;
  }
}
