package app.lunaria.kit.caller.authentication;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * A JWS as a lax library reads it: foreign characters skipped, more segments than three ignored.
 */
record LaxJws(String text, JsonNode header, JsonNode payload, byte[] signature) {
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(32)
                          .maxNameLength(256)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static LaxJws of(String text) throws IOException {
    String[] segments = text.split("\\.", -1);
    if (segments.length < 3 || text.length() > 100_000) {
      throw new IOException("no JWS");
    }
    return new LaxJws(
        text,
        LenientJudge.lax(decode(segments[0])),
        LenientJudge.lax(decode(segments[1])),
        decode(segments[2]));
  }

  static byte[] decode(String segment) {
    String letters = segment.replaceAll("[^A-Za-z0-9_-]", "");
    int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
    return Base64.getUrlDecoder().decode(letters.substring(0, whole));
  }

  boolean isCanonical() {
    String[] segments = text.split("\\.", -1);
    return segments.length == 3
        && Stream.of(segments)
            .allMatch(
                segment ->
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(decode(segment))
                        .equals(segment));
  }

  boolean isStrictJson() {
    String[] segments = text.split("\\.", -1);
    return isStrictJson(decode(segments[0])) && isStrictJson(decode(segments[1]));
  }

  private static boolean isStrictJson(byte[] json) {
    try {
      // new decoders report what is malformed
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      return STRICT.readTree(text).isObject() && isWellFormed(STRICT.readTree(text));
    } catch (IOException malformed) {
      return false;
    }
  }

  private static boolean isWellFormed(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT ->
          node.properties().stream()
              .allMatch(one -> isWellFormed(one.getKey()) && isWellFormed(one.getValue()));
      case ARRAY -> node.valueStream().allMatch(LaxJws::isWellFormed);
      case STRING -> isWellFormed(node.textValue());
      case NUMBER -> node.isIntegralNumber() || Double.isFinite(node.doubleValue());
      default -> true;
    };
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }

  byte[] signed() {
    int second = text.indexOf('.', text.indexOf('.') + 1);
    return text.substring(0, second).strip().getBytes(StandardCharsets.UTF_8);
  }

  boolean isPs256(PublicKey key) {
    try {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      pss.initVerify(key);
      pss.update(signed());
      return pss.verify(signature);
    } catch (GeneralSecurityException invalid) {
      return false;
    }
  }
}
