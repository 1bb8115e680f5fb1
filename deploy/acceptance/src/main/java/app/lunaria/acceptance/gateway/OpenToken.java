package app.lunaria.acceptance.gateway;

import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.Header;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A token of the issuer taken apart, so that it can be put together wrongly. Its claims name a
 * person, so nothing of it is printed.
 */
record OpenToken(ObjectNode header, ObjectNode claims, String signature) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static OpenToken of(String token) {
    String[] parts = token.split("\\.", -1);
    return new OpenToken(read(parts[0]), read(parts[1]), parts[2]);
  }

  private static ObjectNode read(String part) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(part);
      return (ObjectNode) JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException | ClassCastException unreadable) {
      throw new IllegalArgumentException("the issuer's token is no JWT");
    }
  }

  /** The same with {@code alg: none} and an empty signature. */
  String unsigned() {
    ObjectNode none = header.deepCopy().put("alg", "none");
    return text(none) + "." + text(claims) + ".";
  }

  /** The same with a changed header and the signature of the unchanged one. */
  String withHeader(String name, String value) {
    return text(header.deepCopy().put(name, value)) + "." + text(claims) + "." + signature;
  }

  private static String text(ObjectNode part) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The value of a call's header that is there. */
  static String header(Call call, String name) {
    return call.headers().stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return "‹OpenToken›";
  }
}
