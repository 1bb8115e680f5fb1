package app.lunaria.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What makes a description good enough to generate a client from, and what it must not say. */
final class DescriptionRules {
  private static final Pattern OPERATION_ID = Pattern.compile("[a-z][A-Za-z]{2,31}");

  private final ApiDocument document;
  private final List<String> wrong = new ArrayList<>();

  private DescriptionRules(ApiDocument document) {
    this.document = document;
  }

  /**
   * What breaks a rule.
   *
   * @param slugs the closed list of problem types
   */
  static List<String> objections(ApiDocument document, Set<String> slugs) {
    DescriptionRules rules = new DescriptionRules(document);
    rules.operations();
    rules.problems(slugs);
    Place root = new Place("", document.root());
    rules.references(root);
    rules.examples(root);
    rules.requests();
    return rules.wrong;
  }

  /** Components of the same name that two descriptions word differently. */
  static List<String> differences(ApiDocument one, ApiDocument other) {
    List<String> different = new ArrayList<>();
    for (String part : List.of("schemas", "responses", "parameters", "securitySchemes")) {
      Place here = new Place("", one.root()).at("components").at(part);
      JsonNode there = other.root().path("components").path(part);
      for (Map.Entry<String, JsonNode> component : here.node().properties()) {
        JsonNode namesake = there.path(component.getKey());
        if (!namesake.isMissingNode() && !namesake.equals(component.getValue())) {
          different.add(here.at(component.getKey()).pointer() + " differs between the two files");
        }
      }
    }
    return different;
  }

  private void operations() {
    Set<String> ids = new HashSet<>();
    for (Operation operation : document.operations()) {
      Place place = operation.place();
      String id = place.node().path("operationId").asText();
      require(OPERATION_ID.matcher(id).matches(), place, "operationId is 3 to 32 letters");
      require(ids.add(id), place, "operationId is there twice");
      for (String words : List.of("summary", "description", "tags")) {
        require(place.at(words).exists(), place, words + " is missing");
      }
      boolean refuses = place.node().at("/responses/401/$ref").asText().endsWith("/Unauthorized");
      require(
          place.at("security").exists() == refuses, place, "security and 401 do not go together");
    }
  }

  private void problems(Set<String> slugs) {
    Place type = component("Problem").at("properties").at("type");
    Set<String> listed = new TreeSet<>();
    type.node().path("enum").forEach(each -> listed.add(each.asText().replaceFirst(".*/", "")));
    require(listed.equals(slugs), type, "the slugs are not those of the service: " + slugs);
    for (JsonNode answers : document.root().findValues("x-problems")) {
      answers.forEach(
          slug -> require(slugs.contains(slug.asText()), type, "there is no problem " + slug));
    }
  }

  private void references(Place place) {
    place
        .node()
        .properties()
        .forEach(
            member -> {
              if (member.getKey().equals("$ref")) {
                require(document.resolved(place).exists(), place, "refers to nothing");
              }
            });
    children(place).forEach(this::references);
  }

  /** Each example of a schema is one. */
  private void examples(Place place) {
    Schemas schemas = Schemas.open(document);
    for (Map.Entry<String, JsonNode> schema : component("").node().properties()) {
      for (JsonNode example : schema.getValue().path("examples")) {
        schemas
            .objections(component(schema.getKey()).pointer(), example)
            .forEach(objection -> wrong.add(component(schema.getKey()).pointer() + objection));
      }
    }
    for (Map.Entry<String, JsonNode> each :
        place.at("components").at("parameters").node().properties()) {
      Place parameter = place.at("components").at("parameters").at(each.getKey());
      if (parameter.at("example").exists()) {
        schemas
            .objections(parameter.at("schema").pointer(), parameter.at("example").node())
            .forEach(objection -> wrong.add(parameter.pointer() + objection));
      }
    }
  }

  /** What is sent as JSON names every member; an unknown one is refused. */
  private void requests() {
    for (Operation operation : document.operations()) {
      Place json =
          operation.place().at("requestBody").at("content").at("application/json").at("schema");
      closed(document.resolved(json));
    }
  }

  private void closed(Place schema) {
    require(
        !schema.at("properties").exists()
            || schema.node().path("additionalProperties").isBoolean()
                && !schema.node().path("additionalProperties").asBoolean(),
        schema,
        "an unknown member is refused, so additionalProperties is false");
    children(schema.at("properties")).forEach(member -> closed(document.resolved(member)));
  }

  private Place component(String schema) {
    Place schemas = new Place("", document.root()).at("components").at("schemas");
    return schema.isEmpty() ? schemas : schemas.at(schema);
  }

  private static List<Place> children(Place place) {
    List<Place> children = new ArrayList<>();
    place.node().properties().forEach(member -> children.add(place.at(member.getKey())));
    for (int i = 0; place.node().isArray() && i < place.node().size(); i++) {
      children.add(new Place(place.pointer() + "/" + i, place.node().path(i)));
    }
    return children;
  }

  private void require(boolean kept, Place place, String rule) {
    if (!kept) {
      wrong.add(place.pointer() + ": " + rule);
    }
  }
}
