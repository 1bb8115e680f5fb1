package app.lunaria.user.token;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.TokenKey;
import app.lunaria.envelope.signature.Signatures;
import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.ids.Ids;
import app.lunaria.kit.keyring.RootKeys;
import app.lunaria.kit.keyring.Versioned;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mints access tokens: RFC 9068 form, PS256, for one audience, bound to a DPoP key (RFC 9449), ten
 * minutes long.
 */
@ApplicationScoped
class AccessTokens {
  static final Duration LIFE = Duration.ofSeconds(600);

  private final RootKeys rootKeys;
  private final CallerConfig config;
  private final Ids ids;
  private final Clock clock;
  private final Signatures signatures;
  private final ObjectMapper json = JsonMapper.builder().build();

  AccessTokens(
      RootKeys rootKeys, CallerConfig config, Ids ids, Clock clock, Signatures signatures) {
    this.rootKeys = rootKeys;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
    this.signatures = signatures;
  }

  /**
   * A token.
   *
   * @param subject the person as the audience knows her
   * @param consent purpose to version of what she has granted
   */
  Uni<String> mint(
      ServiceName audience,
      SubjectId subject,
      String jkt,
      String clientId,
      Map<String, String> consent) {
    return rootKeys
        .token()
        .map(key -> signed(key, claims(audience, subject, jkt, clientId, consent)));
  }

  /** The key id that stands in header and key set. */
  static String kid(Versioned<TokenKey> key) {
    return "token-" + key.version();
  }

  private Map<String, Object> claims(
      ServiceName audience,
      SubjectId subject,
      String jkt,
      String clientId,
      Map<String, String> consent) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", config.issuer());
    claims.put("aud", TokenParameters.RESOURCES + audience.text());
    claims.put("sub", subject.text());
    claims.put("iat", now);
    claims.put("exp", now + LIFE.toSeconds());
    claims.put("jti", ids.uuid().toString());
    claims.put("client_id", clientId);
    claims.put("cnf", Map.of("jkt", jkt));
    claims.put("consent", consent);
    return claims;
  }

  /**
   * Compact serialisation (RFC 7515, 3.1); the private key signs inside the envelope and never
   * leaves it.
   */
  private String signed(Versioned<TokenKey> key, Map<String, Object> claims) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "PS256");
    header.put("typ", "at+jwt");
    header.put("kid", kid(key));
    String signingInput = encoded(header) + "." + encoded(claims);
    byte[] signature =
        key.value().signPs256(signingInput.getBytes(StandardCharsets.US_ASCII), signatures);
    return signingInput + "." + Base64Url.encode(signature);
  }

  private String encoded(Map<String, Object> part) {
    try {
      return Base64Url.encode(json.writeValueAsBytes(part));
    } catch (JsonProcessingException notWritable) {
      throw new IllegalStateException("a token's texts and numbers are always writable");
    }
  }
}
