package app.lunaria.cycle.forecastline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a line as one JSON value: UTF-8, no member twice, nothing after it, no deep nesting. */
final class LineJson {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 32;

  private final JsonMapper mapper =
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

  JsonNode read(byte[] line) throws RefusedException {
    if (line.length > LineReader.LONGEST) {
      throw Refusal.LINE_TOO_LONG.exception();
    }
    try {
      // From bytes the parser would guess at UTF-16 and UTF-32.
      return mapper.readTree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (JsonProcessingException | CharacterCodingException refused) {
      throw Refusal.MALFORMED_JSON.exception();
    }
  }
}
