package app.lunaria.kit.http.json;

import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON (RFC 8259) as strictly as it can be read: UTF-8 without a mark at its front, no member
 * twice, nothing after the value, at most 16 levels, only texts that are Unicode and numbers that
 * are finite.
 */
final class StrictJson {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 32;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final ObjectMapper mapper;

  StrictJson() {
    this.mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /**
   * The value of a text.
   *
   * @throws ProblemException malformed-json for everything that is not one
   */
  JsonNode read(byte[] body) {
    String text = text(body);
    if (text.isEmpty() || text.charAt(0) == BYTE_ORDER_MARK) {
      throw ProblemType.MALFORMED_JSON.exception();
    }
    try {
      // From bytes the parser would guess at UTF-16 and UTF-32.
      JsonNode value = mapper.readTree(text);
      if (value.isMissingNode() || !isSound(value)) {
        throw ProblemType.MALFORMED_JSON.exception();
      }
      return value;
    } catch (JsonProcessingException refused) {
      throw ProblemType.MALFORMED_JSON.exception();
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw ProblemType.MALFORMED_JSON.exception();
    }
  }

  private static boolean isSound(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> isUnicode(value.textValue());
      case NUMBER -> Double.isFinite(value.doubleValue());
      case ARRAY -> value.valueStream().allMatch(StrictJson::isSound);
      case OBJECT ->
          value
              .propertyStream()
              .allMatch(member -> isUnicode(member.getKey()) && isSound(member.getValue()));
      case BOOLEAN, NULL -> true;
      case BINARY, MISSING, POJO -> false;
    };
  }

  /**
   * Whether there is no lone surrogate, which an escape can smuggle in and no encoder can write.
   */
  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
