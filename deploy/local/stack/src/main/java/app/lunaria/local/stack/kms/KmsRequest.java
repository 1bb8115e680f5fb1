package app.lunaria.local.stack.kms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The members of one request, read as AWS JSON 1.1: unknown ones are passed over, wrong types are
 * refused.
 */
record KmsRequest(JsonNode root) {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static KmsRequest parse(byte[] body) throws KmsException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonNode root = JSON.readTree(text);
      if (!root.isObject()) {
        throw KmsException.serialization("the body is not a JSON object");
      }
      return new KmsRequest(root);
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw KmsException.serialization("the body is not JSON");
    }
  }

  Optional<String> text(String name) throws KmsException {
    Optional<JsonNode> node = member(name);
    return node.isEmpty() ? Optional.empty() : Optional.of(text(node.get(), name));
  }

  String text(String name, int shortest, int longest) throws KmsException {
    String text = text(name).orElseThrow(() -> missing(name));
    if (text.length() < shortest || text.length() > longest) {
      throw KmsException.validation(name + " has a length that is not allowed");
    }
    return text;
  }

  byte[] blob(String name, int longest) throws KmsException {
    String text = text(name).orElseThrow(() -> missing(name));
    byte[] blob;
    try {
      blob = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw KmsException.serialization(name + " is not base64");
    }
    if (blob.length < 1 || blob.length > longest) {
      throw KmsException.validation(name + " has a length that is not allowed");
    }
    return blob;
  }

  OptionalInt integer(String name) throws KmsException {
    Optional<JsonNode> node = member(name);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!node.get().isIntegralNumber() || !node.get().canConvertToInt()) {
      throw KmsException.serialization(name + " is not an integer");
    }
    return OptionalInt.of(node.get().intValue());
  }

  boolean flag(String name) throws KmsException {
    Optional<JsonNode> node = member(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      throw KmsException.serialization(name + " is not a boolean");
    }
    return node.isPresent() && node.get().booleanValue();
  }

  EncryptionContext context() throws KmsException {
    Optional<JsonNode> node = member("EncryptionContext");
    Map<String, String> pairs = new LinkedHashMap<>();
    if (node.isPresent()) {
      if (!node.get().isObject()) {
        throw KmsException.serialization("EncryptionContext is not a map");
      }
      for (Map.Entry<String, JsonNode> pair : node.get().properties()) {
        pairs.put(
            wellFormed(pair.getKey(), "EncryptionContext"),
            text(pair.getValue(), "EncryptionContext"));
      }
    }
    return EncryptionContext.of(pairs);
  }

  /** The pairs of a list of objects such as {@code [{"TagKey":…,"TagValue":…}]}. */
  Map<String, String> tags() throws KmsException {
    Map<String, String> tags = new LinkedHashMap<>();
    Optional<JsonNode> list = member("Tags");
    if (list.isPresent() && !list.get().isArray()) {
      throw KmsException.serialization("Tags is not a list");
    }
    for (JsonNode one : list.orElseGet(JSON::createArrayNode)) {
      if (!one.isObject()) {
        throw KmsException.serialization("a tag is not an object");
      }
      KmsRequest tag = new KmsRequest(one);
      if (tags.put(tag.text("TagKey", 1, 128), tag.text("TagValue", 0, 256)) != null) {
        throw KmsException.of("TagException", "a tag is given twice");
      }
    }
    return tags;
  }

  /** True when the request carries the member at all. */
  boolean has(String name) {
    return member(name).isPresent();
  }

  private Optional<JsonNode> member(String name) {
    return Optional.ofNullable(root.get(name)).filter(node -> !node.isNull());
  }

  private static String text(JsonNode node, String name) throws KmsException {
    if (!node.isTextual()) {
      throw KmsException.serialization(name + " is not text");
    }
    return wellFormed(node.textValue(), name);
  }

  /** A lone surrogate has no UTF-8 form: two contexts would become one. */
  private static String wellFormed(String text, String name) throws KmsException {
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return text;
    } catch (IOException e) {
      throw KmsException.serialization(name + " is not Unicode text");
    }
  }

  private static KmsException missing(String name) {
    return KmsException.validation(name + " is missing");
  }

  @Override
  public String toString() {
    return "KmsRequest";
  }
}
