package app.lunaria.kit.keyring;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keys that left a cache, until they are destroyed. A request that still holds one lives at most
 * ten seconds, so they rest for thirty; when KMS refuses there is no rest.
 */
@Singleton
class RetiredKeys {
  static final Duration REST = Duration.ofSeconds(30);

  private record Retired(Instant until, Runnable destroy) {}

  private final Clock clock;
  private final Deque<Retired> queue = new ArrayDeque<>();

  RetiredKeys(Clock clock) {
    this.clock = clock;
  }

  synchronized void retire(Runnable destroy) {
    queue.addLast(new Retired(clock.instant().plus(REST), destroy));
    sweep();
  }

  /** Destroys those whose rest is over. */
  synchronized void sweep() {
    Instant now = clock.instant();
    while (!queue.isEmpty() && !queue.getFirst().until().isAfter(now)) {
      queue.removeFirst().destroy().run();
    }
  }

  /** Destroys all of them now. */
  synchronized void destroyAll() {
    while (!queue.isEmpty()) {
      queue.removeFirst().destroy().run();
    }
  }
}
