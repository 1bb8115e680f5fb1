package app.lunaria.kit.caller.jws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one JSON object and takes nothing that two readers could understand differently. */
final class StrictJson {
  /** Names are not interned or kept: a client chooses them. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxNumberLength(32)
                  .maxNameLength(256)
                  .maxStringLength(CompactJws.MAX_LENGTH)
                  .build())
          .build();

  private StrictJson() {}

  static Optional<Members> object(byte[] json) {
    // As text: from bytes Jackson would also guess UTF-16 and UTF-32.
    try (JsonParser parser = JSON.createParser(utf8(json))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Members members = members(parser);
      return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static Members members(JsonParser parser) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser, parser.currentName());
      parser.nextToken();
      values.put(name, value(parser));
    }
    return new Members(values);
  }

  /** The value at the current token; recursion is bounded by the nesting depth. */
  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> elements(parser);
      case VALUE_STRING -> wellFormed(parser, parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> finite(parser);
      case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> Members.OTHER;
      case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new JsonParseException(parser, "no value");
    };
  }

  private static Object elements(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(parser);
    }
    return Members.OTHER;
  }

  private static Object integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> Members.OTHER;
    };
  }

  private static Object finite(JsonParser parser) throws IOException {
    if (!Double.isFinite(parser.getDoubleValue())) {
      throw new JsonParseException(parser, "no finite number");
    }
    return Members.OTHER;
  }

  private static String wellFormed(JsonParser parser, String text) throws JsonParseException {
    // An encoder that does not replace refuses exactly the texts with a lone surrogate.
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new JsonParseException(parser, "a lone surrogate");
    }
    return text;
  }
}
