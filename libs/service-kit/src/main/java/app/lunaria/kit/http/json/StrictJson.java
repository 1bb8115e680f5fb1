package app.lunaria.kit.http.json;

import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON (RFC 8259) as strictly as it can be read: by a {@link StrictMapper}, and UTF-8 without
 * a mark at its front, only texts that are Unicode and numbers that are finite.
 */
final class StrictJson {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final ObjectMapper mapper = StrictMapper.make();

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
