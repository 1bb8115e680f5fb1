package app.lunaria.kit.caller;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.signature.Signatures;
import app.lunaria.kit.caller.authentication.CallerMechanism;
import app.lunaria.kit.caller.authentication.Request;
import app.lunaria.kit.caller.proof.ProofCheck;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.kit.caller.proof.RecentProofs;
import app.lunaria.kit.caller.token.AccessTokens;
import app.lunaria.kit.caller.token.TokenKeys;
import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.testkit.caller.TestIssuer;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests stand on: one issuer, one person with one key, one moment. */
public final class Ground {
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  public static final String ISSUER = "https://issuer.example";
  public static final String ORIGIN = "https://api.example";
  public static final String URL = ORIGIN + "/v1/account";
  public static final String SUBJECT = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA";
  public static final TestIssuer TOKENS = TestIssuer.of(ISSUER, "token-1");
  public static final ProofKey KEY = ProofKey.random();
  private static final Signatures SIGNATURES = Signatures.ofJdk();

  private Ground() {}

  public static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  public static Signatures signatures() {
    return SIGNATURES;
  }

  public static String token() {
    return TOKENS.sign(TOKENS.header(), tokenClaims());
  }

  public static Map<String, Object> tokenClaims() {
    return TOKENS.claims(SUBJECT, "user", KEY.thumbprint(), NOW);
  }

  public static String proof(String token) {
    return KEY.sign(KEY.header(), proofClaims(token));
  }

  public static Map<String, Object> proofClaims(String token) {
    return ProofKey.claims("GET", URL, NOW, Optional.of(token));
  }

  public static Request request() {
    String token = token();
    return Request.of(token, proof(token));
  }

  public static TokenKeys keys() {
    return kid ->
        Uni.createFrom()
            .item(kid.equals(TOKENS.kid()) ? Optional.of(TOKENS.publicKey()) : Optional.empty());
  }

  public static CallerConfig config() {
    return config(Environment.TEST, false);
  }

  public static CallerConfig config(Environment env, boolean bearer) {
    return config(env, bearer, ISSUER);
  }

  public static CallerConfig config(Environment env, boolean bearer, String issuer) {
    return config(env, bearer, issuer, ORIGIN);
  }

  static CallerConfig configAt(String origin) {
    return config(Environment.TEST, false, ISSUER, origin);
  }

  private static CallerConfig config(
      Environment env, boolean bearer, String issuer, String origin) {
    return new CallerConfig() {
      @Override
      public Environment env() {
        return env;
      }

      @Override
      public ServiceName service() {
        return ServiceName.USER;
      }

      @Override
      public String issuer() {
        return issuer;
      }

      @Override
      public String origin() {
        return origin;
      }

      @Override
      public Tokens caller() {
        return () -> bearer;
      }

      @Override
      public TokenKeySet tokenKeys() {
        return Optional::empty;
      }
    };
  }

  public static CallerMechanism mechanism() {
    return mechanism(config(), keys());
  }

  public static CallerMechanism mechanism(CallerConfig config, TokenKeys keys) {
    return new CallerMechanism(
        new AccessTokens(keys, config, clock(), signatures()),
        new ProofCheck(config, clock(), signatures()),
        new ProofReplay(
            () -> Uni.createFrom().item(List.of()),
            new RecentProofs(clock(), new byte[16], 100),
            clock()),
        config);
  }
}
