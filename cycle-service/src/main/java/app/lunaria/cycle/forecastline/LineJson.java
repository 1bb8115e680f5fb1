package app.lunaria.cycle.forecastline;

import app.lunaria.kit.http.json.StrictMapper;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a line as one JSON value: UTF-8, no member twice, nothing after it, no deep nesting. */
final class LineJson {
  private final ObjectMapper mapper = StrictMapper.make();

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
