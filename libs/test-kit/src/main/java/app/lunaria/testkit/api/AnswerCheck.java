package app.lunaria.testkit.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one answer against what is described of it. */
final class AnswerCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "application/problem+json";

  /** What the HTTP parser refuses by itself has no body, and belongs to no operation. */
  private static final Set<Integer> OF_THE_PARSER = Set.of(400, 414, 431);

  private final ApiDocument document;
  private final Schemas schemas;

  AnswerCheck(ApiDocument document) {
    this.document = document;
    this.schemas = Schemas.closed(document);
  }

  /** What is wrong with the answer; nothing if it is as described. */
  List<String> objections(Exchange exchange) {
    if (exchange.body().isEmpty() && OF_THE_PARSER.contains(exchange.status())) {
      return List.of();
    }
    String asked = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    return document
        .operation(asked, exchange.path())
        .map(operation -> objections(exchange, operation))
        .orElseGet(() -> objectionsToUndescribed(exchange))
        .stream()
        .map(objection -> exchange + ": " + objection)
        .toList();
  }

  private List<String> objections(Exchange exchange, Operation operation) {
    Optional<Place> answer = operation.answer(exchange.status());
    if (answer.isEmpty()) {
      return List.of("the status is not described, and says " + exchange.body());
    }
    List<String> wrong = new ArrayList<>(headers(exchange, answer.get()));
    wrong.addAll(body(exchange, answer.get()));
    return wrong;
  }

  private List<String> headers(Exchange exchange, Place answer) {
    List<String> wrong = new ArrayList<>();
    Place described = answer.at("headers");
    for (Map.Entry<String, JsonNode> each : described.node().properties()) {
      Place header = document.resolved(described.at(each.getKey()));
      Optional<String> value = exchange.header().apply(each.getKey());
      if (value.isPresent()) {
        schemas
            .objections(header.at("schema").pointer(), read(header, value.get()))
            .forEach(objection -> wrong.add(each.getKey() + objection));
      } else if (header.node().path("required").asBoolean()) {
        wrong.add("the header " + each.getKey() + " is missing");
      }
    }
    return wrong;
  }

  private static JsonNode read(Place header, String value) {
    boolean number = header.node().at("/schema/type").asText().equals("integer");
    return number ? JSON.getNodeFactory().numberNode(Long.parseLong(value)) : new TextNode(value);
  }

  private List<String> body(Exchange exchange, Place answer) {
    Place content = answer.at("content");
    if (exchange.body().isEmpty()) {
      return content.exists() && !exchange.method().equals("HEAD")
          ? List.of("there is no body")
          : List.of();
    }
    Place schema = content.at(exchange.mediaType()).at("schema");
    if (!schema.exists()) {
      return List.of("no body of type " + exchange.mediaType() + " is described");
    }
    JsonNode body = json(exchange.body());
    List<String> wrong = new ArrayList<>(schemas.objections(schema.pointer(), body));
    told(exchange, body)
        .filter(code -> !isListed(answer, code))
        .ifPresent(code -> wrong.add(code + " is not described here"));
    return wrong;
  }

  /** The slug of a problem, or the code of RFC 6749. */
  private static Optional<String> told(Exchange exchange, JsonNode body) {
    if (exchange.mediaType().equals(PROBLEM)) {
      return Optional.of(body.path("type").asText().replaceFirst(".*/", ""));
    }
    return exchange.status() < 400 ? Optional.empty() : Optional.of(body.path("error").asText());
  }

  private static boolean isListed(Place answer, String code) {
    for (String list : List.of("x-problems", "x-errors")) {
      for (JsonNode listed : answer.node().path(list)) {
        if (listed.asText().equals(code)) {
          return true;
        }
      }
    }
    return false;
  }

  /** There is nothing but a refusal where no operation is described. */
  private List<String> objectionsToUndescribed(Exchange exchange) {
    if (exchange.method().equals("OPTIONS") && exchange.status() == 204) {
      return List.of();
    }
    if (exchange.status() < 400 || exchange.status() >= 500) {
      return List.of("there is an answer, and no such operation is described");
    }
    if (exchange.status() == 405 && !document.hasPath(exchange.path())) {
      return List.of("a 405, and no operation of this path is described");
    }
    return exchange.body().isEmpty()
        ? List.of()
        : schemas.objections(
            exchange.status() == 401
                ? "/components/schemas/Unauthorized"
                : "/components/schemas/Problem",
            json(exchange.body()));
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException malformed) {
      return new TextNode("no JSON");
    }
  }
}
