package app.lunaria.kit.caller.proof;

import static app.lunaria.kit.caller.Ground.KEY;
import static app.lunaria.kit.caller.Ground.NOW;
import static app.lunaria.kit.caller.Ground.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.caller.Ground;
import app.lunaria.testkit.caller.ProofKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the limits of a proof are; what is beyond them is in the table of wrong requests too. */
class ProofCheckTest {
  private static final Optional<String> NO_TOKEN = Optional.empty();

  private final ProofCheck check =
      new ProofCheck(Ground.config(), Ground.clock(), Ground.signatures());

  private DpopProof atTokenEndpoint(Map<String, Object> claims) {
    String proof = KEY.sign(KEY.header(), claims);
    return check.check(List.of(proof), "POST", "/oauth2/token", NO_TOKEN);
  }

  private static Map<String, Object> claims() {
    return claims(NOW);
  }

  private static Map<String, Object> claims(Instant at) {
    return ProofKey.claims("POST", ORIGIN + "/oauth2/token", at, NO_TOKEN);
  }

  @Test
  void theTokenEndpointNeedsNoAth() {
    assertThat(atTokenEndpoint(claims()).thumbprint()).isEqualTo(KEY.thumbprint());
  }

  @Test
  void whereThereIsATokenAthIsNeeded() {
    String proof = KEY.sign(KEY.header(), claims());

    assertThatThrownBy(
            () -> check.check(List.of(proof), "POST", "/oauth2/token", Optional.of(Ground.token())))
        .isInstanceOf(InvalidProofException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, -59, 0, 9, 10})
  void aProofOfAMinuteAgoOrTenSecondsAheadIsTaken(int seconds) {
    assertThat(atTokenEndpoint(claims(NOW.plusSeconds(seconds)))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {-62, -61, 11, 12})
  void anOlderOneAndOneFromFartherAheadAreRefused(int seconds) {
    assertThatThrownBy(() -> atTokenEndpoint(claims(NOW.plusSeconds(seconds))))
        .isInstanceOf(InvalidProofException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 22, 36, 128})
  void aJtiOf16To128CharactersIsTaken(int length) {
    Map<String, Object> claims = claims();
    claims.put("jti", "~".repeat(length));

    assertThat(atTokenEndpoint(claims)).isNotNull();
  }

  @Test
  void otherMembersMayBeThere() {
    Map<String, Object> claims = claims();
    claims.put("nonce", "a nonce that was never asked for");
    claims.put("exp", 1.5);
    claims.put("list", List.of(1, "two", Map.of("three", 3)));

    assertThat(atTokenEndpoint(claims)).isNotNull();
  }

  @Test
  void aRefusalSaysNothingOfWhatWasSent() {
    assertThatThrownBy(() -> check.check(List.of("secret"), "POST", "/x", NO_TOKEN))
        .isInstanceOf(InvalidProofException.class)
        .hasMessage("the proof is refused")
        .hasNoCause()
        .extracting(Throwable::getStackTrace)
        .isEqualTo(new StackTraceElement[0]);
  }
}
