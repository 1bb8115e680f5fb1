package app.lunaria.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/** The schemas of a description (JSON Schema 2020-12), formats included. */
final class Schemas {
  private static final String ADDRESS = "https://lunaria.app/api";

  private final SchemaRegistry registry;

  private Schemas(JsonNode document) {
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(ADDRESS, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** As they are written: a client of tomorrow may get members that are not described. */
  static Schemas open(ApiDocument document) {
    return new Schemas(document.root());
  }

  /** With no member but those that are described. */
  static Schemas closed(ApiDocument document) {
    JsonNode copy = document.root().deepCopy();
    close(copy);
    return new Schemas(copy);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(Schemas::close);
  }

  /**
   * What is wrong with a value.
   *
   * @param pointer where the schema stands in the document, such as {@code /components/schemas/Day}
   */
  List<String> objections(String pointer, JsonNode value) {
    Schema schema = registry.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer));
    return schema.validate(value.toString(), InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
