package app.lunaria.acceptance.client;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What the token endpoint gave; {@code toString} hides both. */
public record Tokens(String access, String refresh) {
  /** Empty when the answer holds no DPoP-bound pair. */
  public static Optional<Tokens> of(Answer answer) {
    JsonNode json = answer.json();
    String access = json.path("access_token").asText("");
    String refresh = json.path("refresh_token").asText("");
    boolean bound = json.path("token_type").asText("").equals("DPoP");
    return answer.status() == 200 && bound && !access.isEmpty() && !refresh.isEmpty()
        ? Optional.of(new Tokens(access, refresh))
        : Optional.empty();
  }

  /**
   * The claims of the access token, unverified: an app reads nothing from them, an acceptance test
   * does.
   */
  public JsonNode claims() {
    String[] parts = access.split("\\.", -1);
    if (parts.length != 3) {
      return MissingNode.getInstance();
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      return Json.read(new String(claims, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notClaims) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public String toString() {
    return "‹Tokens›";
  }
}
