package app.lunaria.kit.caller.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.caller.Ground;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frozen proofs of the clients that apps use: our strictness must not shut them out. */
class OtherClientsTest {
  static List<String> proofs() throws IOException {
    try (InputStream file =
        OtherClientsTest.class.getResourceAsStream("/proofs/other-clients.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void aProofOfAnotherClientIsTaken(String line) throws IOException {
    String[] words = line.split(" ");
    Optional<String> token = Optional.of(words[3]).filter(word -> !word.equals("-"));
    Clock then = Clock.fixed(issuedAt(words[4]), ZoneOffset.UTC);
    ProofCheck check = new ProofCheck(Ground.config(), then, Ground.signatures());

    DpopProof proof = check.check(List.of(words[4]), words[1], words[2], token);

    assertThat(proof.thumbprint()).hasSize(43);
  }

  private static Instant issuedAt(String proof) throws IOException {
    byte[] claims = Base64.getUrlDecoder().decode(proof.split("\\.")[1]);
    return Instant.ofEpochSecond(new ObjectMapper().readTree(claims).get("iat").asLong());
  }
}
