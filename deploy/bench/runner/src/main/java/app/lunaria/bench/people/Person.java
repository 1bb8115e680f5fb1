package app.lunaria.bench.people;

import app.lunaria.testkit.caller.ProofKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Somebody with a phone: a pseudonym, a key, and a token that is always fresh enough for a turn.
 */
public final class Person {
  /** Of the ten minutes that a token lives. */
  private static final Duration USED = Duration.ofMinutes(6);

  private final Issuer issuer;
  private final String subject;
  private final ProofKey key = ProofKey.random();
  private String token = "";
  private Instant since = Instant.MIN;

  public Person(Issuer issuer, byte[] subject) {
    this.issuer = issuer;
    this.subject = Base64.getUrlEncoder().withoutPadding().encodeToString(subject);
  }

  public static Person anybody(Issuer issuer) {
    byte[] subject = new byte[32];
    ThreadLocalRandom.current().nextBytes(subject);
    return new Person(issuer, subject);
  }

  /** Base64url. */
  public String subject() {
    return subject;
  }

  /** To be called before a turn, never in one: signing takes its time. */
  public void refresh() {
    Instant now = Instant.now();
    if (since.equals(Instant.MIN) || since.plus(USED).isBefore(now)) {
      token = issuer.token(subject, key.thumbprint(), now);
      since = now;
    }
  }

  public String token() {
    return token;
  }

  /** A proof for one request with her token, as of now. */
  public String proof(String method, String url) {
    return key.proof(method, url, Instant.now(), Optional.of(token));
  }

  @Override
  public String toString() {
    return "‹Person›";
  }
}
