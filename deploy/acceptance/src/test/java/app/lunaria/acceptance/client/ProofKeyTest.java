package app.lunaria.acceptance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.lunaria.acceptance.client.transport.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final URI ADDRESS = URI.create("http://127.0.0.1:18101/v1/account?x=1");

  private final SecureRandom random = new SecureRandom();
  private final ProofKey key = ProofKey.generate(random);

  @Test
  void aProofNamesMethodAddressTimeAndToken() {
    JsonNode claims = part(key.proof("GET", ADDRESS, Optional.of("token"), NOW), 1);

    assertThat(claims.path("htm").asText()).isEqualTo("GET");
    assertThat(claims.path("htu").asText()).isEqualTo("http://127.0.0.1:18101/v1/account");
    assertThat(claims.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
    assertThat(claims.path("ath").asText())
        .isEqualTo("PEaenWxYddN6Q_NT1PiOYfz4EsZu7jRXRlpAsNpBU-A");
    assertThat(claims.path("jti").asText()).hasSize(22);
  }

  @Test
  void aProofWithoutATokenNamesNone() {
    JsonNode claims = part(key.proof("POST", ADDRESS, Optional.empty(), NOW), 1);

    assertThat(claims.has("ath")).isFalse();
  }

  @Test
  void aProofIsSignedByTheKeyThatItsHeaderShowsAndShowsNoPrivatePart() throws Exception {
    String proof = key.proof("GET", ADDRESS, Optional.empty(), NOW);

    JsonNode header = part(proof, 0);
    assertThat(header.path("typ").asText()).isEqualTo("dpop+jwt");
    assertThat(header.path("alg").asText()).isEqualTo("ES256");
    assertThat(header.path("jwk").has("d")).isFalse();
    assertThat(verifies(proof, header.path("jwk"))).isTrue();
  }

  @Test
  void twoProofsAreNeverTheSame() {
    assertThat(key.proof("GET", ADDRESS, Optional.empty(), NOW))
        .isNotEqualTo(key.proof("GET", ADDRESS, Optional.empty(), NOW));
  }

  @Test
  void aKeyThatWasKeptIsTheSameKey() throws Exception {
    ProofKey kept = ProofKey.fromJwk(key.toJwk(), random);

    String proof = kept.proof("GET", ADDRESS, Optional.empty(), NOW);

    assertThat(kept.thumbprint()).isEqualTo(key.thumbprint());
    assertThat(verifies(proof, part(proof, 0).path("jwk"))).isTrue();
  }

  /** The key and its thumbprint are those of RFC 9449 section 6. */
  @Test
  void theThumbprintIsThatOfTheRfc() {
    ProofKey example =
        ProofKey.fromJwk(
            """
            {"kty":"EC","crv":"P-256","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
             "y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","d":"AQ"}""",
            random);

    assertThat(example.thumbprint()).isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
  }

  @Test
  void whatIsNoKeyIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ProofKey.fromJwk("{}", random));
    assertThatIllegalArgumentException().isThrownBy(() -> ProofKey.fromJwk("x", random));
  }

  @Test
  void theKeyDoesNotShowItsSecret() {
    assertThat(key.toString())
        .contains(key.thumbprint())
        .doesNotContain(Json.read(key.toJwk()).path("d").asText());
  }

  private static boolean verifies(String proof, JsonNode jwk) throws Exception {
    String[] parts = proof.split("\\.", -1);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(publicKey(jwk));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private static PublicKey publicKey(JsonNode jwk) throws Exception {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(number(jwk.path("x")), number(jwk.path("y")));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger number(JsonNode coordinate) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate.asText()));
  }

  private static JsonNode part(String proof, int index) {
    byte[] bytes = Base64.getUrlDecoder().decode(proof.split("\\.", -1)[index]);
    return Json.read(new String(bytes, StandardCharsets.UTF_8));
  }
}
