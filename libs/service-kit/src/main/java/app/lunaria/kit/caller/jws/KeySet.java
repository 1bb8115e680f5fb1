package app.lunaria.kit.caller.jws;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.MalformedBase64UrlException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JWK set (RFC 7517 section 5), of which the RSA keys that verify PS256 are read; keys of other
 * kinds are passed over, as the RFC asks.
 */
public final class KeySet {
  private static final int MIN_BITS = 2048;
  private static final int MAX_BITS = 8192;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(16).build())
                  .build())
          .build();

  private KeySet() {}

  /** The keys by their id; empty if this is no key set, or two keys share an id. */
  public static Optional<Map<String, RSAPublicKey>> read(String json) {
    JsonNode keys;
    try {
      keys = JSON.readTree(json).path("keys");
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
    if (!keys.isArray()) {
      return Optional.empty();
    }
    Map<String, RSAPublicKey> known = new HashMap<>();
    for (JsonNode jwk : keys) {
      String kid = jwk.path("kid").textValue();
      Optional<RSAPublicKey> key = rsa(jwk);
      if (kid != null && key.isPresent() && known.put(kid, key.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(known));
  }

  private static Optional<RSAPublicKey> rsa(JsonNode jwk) {
    boolean verifies =
        Set.of("sig", "").contains(jwk.path("use").asText(""))
            && Set.of("PS256", "").contains(jwk.path("alg").asText(""));
    BigInteger modulus = unsigned(jwk.path("n").textValue());
    BigInteger exponent = unsigned(jwk.path("e").textValue());
    if (!verifies
        || !jwk.path("kty").asText("").equals("RSA")
        || modulus.bitLength() < MIN_BITS
        || modulus.bitLength() > MAX_BITS
        || exponent.bitLength() < 2
        || exponent.bitLength() > 64) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    } catch (GeneralSecurityException noKey) {
      return Optional.empty();
    }
  }

  /** Base64urlUInt (RFC 7518 section 2); zero for what is not one. */
  private static BigInteger unsigned(@Nullable String text) {
    try {
      return text == null ? BigInteger.ZERO : new BigInteger(1, Base64Url.decode(text));
    } catch (MalformedBase64UrlException malformed) {
      return BigInteger.ZERO;
    }
  }
}
