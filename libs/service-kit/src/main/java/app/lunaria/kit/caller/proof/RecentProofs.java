package app.lunaria.kit.caller.proof;

import app.lunaria.kit.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The proofs of safe requests that this replica saw, in two generations.
 *
 * <p>A proof is accepted for 70 s; a generation is left after 75 s, or when it is full, and
 * forgotten when the next one is left. So at least the last {@value #GENERATION} proofs are known,
 * and below {@value #GENERATION} proofs in 75 s all that could come again. Under more load than
 * that the oldest are forgotten first: such a request could be repeated, unchanged, by who has both
 * token and proof, and reads what was read. To refuse instead would let one person shut out
 * everybody.
 */
@ApplicationScoped
public class RecentProofs {
  static final int GENERATION = 100_000;
  private static final long GENERATION_SECONDS = 75;

  private final Clock clock;
  private final byte[] salt;
  private final int capacity;

  private Set<Tag> current = new HashSet<>();
  private Set<Tag> previous = new HashSet<>();
  private Instant since;

  @Inject
  RecentProofs(Clock clock, Ids ids) {
    this(clock, ids.random(16), GENERATION);
  }

  public RecentProofs(Clock clock, byte[] salt, int capacity) {
    this.clock = clock;
    this.salt = salt.clone();
    this.capacity = capacity;
    this.since = clock.instant();
  }

  /** Whether the proof was not known. */
  boolean add(DpopProof proof) {
    return add(tag(proof));
  }

  private synchronized boolean add(Tag tag) {
    turn(clock.instant());
    return !previous.contains(tag) && current.add(tag);
  }

  private void turn(Instant now) {
    boolean old = !now.isBefore(since.plusSeconds(GENERATION_SECONDS));
    if (old || current.size() >= capacity) {
      previous = current;
      current = new HashSet<>();
      since = now;
    }
  }

  /** Half a hash is enough, and the salt keeps others from aiming at one bucket of the table. */
  private Tag tag(DpopProof proof) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      sha256.update(proof.jkt());
      ByteBuffer hash =
          ByteBuffer.wrap(sha256.digest(proof.jti().getBytes(StandardCharsets.US_ASCII)));
      return new Tag(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private record Tag(long high, long low) {}
}
