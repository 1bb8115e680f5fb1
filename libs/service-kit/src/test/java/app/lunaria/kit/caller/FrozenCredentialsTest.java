package app.lunaria.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.caller.jws.KeySet;
import app.lunaria.kit.caller.proof.DpopProof;
import app.lunaria.kit.caller.proof.InvalidProofException;
import app.lunaria.kit.caller.proof.ProofCheck;
import app.lunaria.kit.caller.token.AccessToken;
import app.lunaria.kit.caller.token.AccessTokens;
import app.lunaria.kit.caller.token.InvalidTokenException;
import app.lunaria.kit.caller.token.TokenKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proofs and tokens that were written once and are taken for ever. */
class FrozenCredentialsTest {
  static List<JsonNode> proofs() throws IOException {
    return frozen("proof", 2);
  }

  static List<JsonNode> tokens() throws IOException {
    return frozen("accessToken", 1);
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void aProofOfTheRfcIsTaken(JsonNode example) {
    assertThat(proof(example, text(example, "path")).thumbprint())
        .isEqualTo(example.at("/expect/jkt").asText());
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void atAnotherAddressItIsNot(JsonNode example) {
    assertThatThrownBy(() -> proof(example, "/elsewhere"))
        .isInstanceOf(InvalidProofException.class);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aTokenOfOursIsTaken(JsonNode example) {
    AccessToken token =
        verified(example, text(example, "token"), keySet(example, text(example, "n")));

    assertThat(token.subject().text()).isEqualTo(example.at("/expect/subject").asText());
    assertThat(token.thumbprint()).isEqualTo(example.at("/expect/jkt").asText());
    assertThat(token.consents())
        .hasToString("{" + example.at("/expect/consent").asText().replace(' ', '=') + "}");
  }

  @Test
  void underAnotherKeyItIsNot() throws IOException {
    JsonNode example = tokens().getFirst();
    String another = Ground.TOKENS.keySet().replaceAll(".*\"n\":\"([^\"]+)\".*", "$1");

    assertThatThrownBy(() -> verified(example, text(example, "token"), keySet(example, another)))
        .isInstanceOf(InvalidTokenException.class);
  }

  private static DpopProof proof(JsonNode example, String path) {
    CallerConfig config = Ground.configAt(text(example, "origin"));
    Optional<String> token = Optional.ofNullable(example.at("/input/token").textValue());
    return new ProofCheck(config, at(example), Ground.signatures())
        .check(List.of(text(example, "proof")), text(example, "method"), path, token);
  }

  private static AccessToken verified(JsonNode example, String token, String keySet) {
    TokenKeys keys = kid -> Uni.createFrom().item(KeySet.read(keySet).map(known -> known.get(kid)));
    return new AccessTokens(keys, Ground.config(), at(example), Ground.signatures())
        .verify(token)
        .await()
        .indefinitely();
  }

  private static String keySet(JsonNode example, String modulus) {
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"%s\",\"alg\":\"PS256\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(text(example, "kid"), modulus, text(example, "e"));
  }

  private static Clock at(JsonNode example) {
    return Clock.fixed(Instant.ofEpochSecond(example.at("/input/now").asLong()), ZoneOffset.UTC);
  }

  private static String text(JsonNode example, String member) {
    return example.required("input").required(member).asText();
  }

  private static List<JsonNode> frozen(String format, int expected) throws IOException {
    try (InputStream file =
        FrozenCredentialsTest.class.getResourceAsStream("/formats/vectors.json")) {
      JsonNode cases = new ObjectMapper().readTree(file).required(format);
      assertThat(cases).hasSize(expected);
      return StreamSupport.stream(cases.spliterator(), false).toList();
    }
  }
}
