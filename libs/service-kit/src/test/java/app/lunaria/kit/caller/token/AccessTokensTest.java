package app.lunaria.kit.caller.token;

import static app.lunaria.kit.caller.Ground.NOW;
import static app.lunaria.kit.caller.Ground.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.caller.Ground;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the limits of a token are; what is beyond them is in the table of wrong requests too. */
class AccessTokensTest {
  private final AccessTokens tokens =
      new AccessTokens(Ground.keys(), Ground.config(), Ground.clock(), Ground.signatures());

  private AccessToken verify(Map<String, Object> claims) {
    return tokens.verify(TOKENS.sign(TOKENS.header(), claims)).await().indefinitely();
  }

  private static Map<String, Object> times(int issued, int expires) {
    Map<String, Object> claims = Ground.tokenClaims();
    claims.put("iat", NOW.getEpochSecond() + issued);
    claims.put("exp", NOW.getEpochSecond() + expires);
    return claims;
  }

  @ParameterizedTest
  @CsvSource({"0,600", "-599,1", "10,610", "10,11", "0,1"})
  void aTokenLivesFromTenSecondsAheadForTenMinutes(int issued, int expires) {
    assertThat(verify(times(issued, expires))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"0,601", "-600,0", "11,600", "0,0", "1,0"})
  void beforeAndAfterItIsRefused(int issued, int expires) {
    assertThatThrownBy(() -> verify(times(issued, expires)))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void withoutTheClaimConsentNothingWasGranted() {
    Map<String, Object> claims = Ground.tokenClaims();
    claims.remove("consent");

    assertThat(verify(claims).consents()).isEmpty();
  }

  @Test
  void addressesAndClaimsOfLaterDaysMayBeThere() {
    Map<String, Object> claims = Ground.tokenClaims();
    claims.put("addr", Map.of("cycle", "AAAA"));
    claims.put("scope", "everything");

    assertThat(verify(claims)).isNotNull();
  }

  @Test
  void aTokenIsVerifiedOnlyWithTheKeyItNames() {
    Map<String, Object> header = TOKENS.header();
    header.put("kid", "token-2");
    String token = TOKENS.sign(header, Ground.tokenClaims());

    assertThatThrownBy(() -> tokens.verify(token).await().indefinitely())
        .isInstanceOf(InvalidTokenException.class);
  }
}
