package app.lunaria.testkit.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.List;

/** A description as it is committed: in the order in which one reads it, always the same text. */
final class ApiText {
  private static final List<String> ORDER =
      List.of("openapi", "info", "servers", "security", "tags", "paths", "components");

  private static final ObjectMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .stringQuotingChecker(new Quotes())
              .build());

  private ApiText() {}

  static String of(JsonNode description) {
    ObjectNode ordered = YAML.createObjectNode();
    for (String name : ORDER) {
      if (description.has(name)) {
        ordered.set(name, description.get(name));
      }
    }
    description
        .properties()
        .forEach(member -> ordered.putIfAbsent(member.getKey(), member.getValue()));
    try {
      return YAML.writeValueAsString(ordered);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was read can be written", impossible);
    }
  }

  /** What YAML 1.1 takes for a date is a text in 1.2: quoted it is one in both. */
  private static final class Quotes extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value) || value.matches("\\d{4}-\\d{2}-\\d{2}.*");
    }
  }
}
