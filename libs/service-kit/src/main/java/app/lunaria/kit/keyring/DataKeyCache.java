package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.SubjectId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Data keys in clear: at most 10,000, each for at most five minutes, destroyed after a rest once
 * they are out. A refusal of KMS destroys those of its epoch at once.
 */
@Singleton
class DataKeyCache {
  static final int BOUND = 10_000;
  static final Duration LIFE = Duration.ofMinutes(5);

  private record Entry(PersonKey key, int epoch) {}

  private final RetiredKeys retired;
  private final AtomicLong refusals = new AtomicLong();
  private final Cache<DekId, Entry> entries;
  private final Cache<SubjectId, DekId> ofPersons;

  @Inject
  DataKeyCache(RetiredKeys retired, Clock clock) {
    this(retired, clock, BOUND);
  }

  DataKeyCache(RetiredKeys retired, Clock clock, int bound) {
    this.retired = retired;
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(bound)
            .expireAfterWrite(LIFE)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .<DekId, Entry>evictionListener((id, entry, cause) -> retire(entry))
            .build();
    this.ofPersons = Caffeine.newBuilder().maximumSize(bound).executor(Runnable::run).build();
  }

  Optional<PersonKey> find(DekId id) {
    return Optional.ofNullable(entries.getIfPresent(id)).map(Entry::key);
  }

  /** The key last kept for a person. */
  Optional<PersonKey> find(SubjectId subject) {
    return Optional.ofNullable(ofPersons.getIfPresent(subject)).flatMap(this::find);
  }

  /** To be taken before a key is unwrapped and given back with {@link #keep}. */
  long refusals() {
    return refusals.get();
  }

  /**
   * Keeps a key and gives the one to be used: that of a caller who was faster, if there is one.
   *
   * @param before the number of refusals when unwrapping began
   * @throws KeyUnavailableException if KMS refused meanwhile
   */
  PersonKey keep(PersonKey key, int epoch, long before) {
    Entry entry = new Entry(key, epoch);
    Entry faster = entries.asMap().putIfAbsent(key.dekId(), entry);
    if (faster != null) {
      key.destroy();
      return faster.key();
    }
    if (refusals.get() != before) {
      entries.asMap().remove(key.dekId(), entry);
      key.destroy();
      throw new KeyUnavailableException(Reason.REFUSED, "the key service refuses");
    }
    ofPersons.put(key.subject(), key.dekId());
    return key;
  }

  /** Destroys every key of the epoch at once. */
  void refused(int epoch) {
    refusals.incrementAndGet();
    for (Map.Entry<DekId, Entry> one : entries.asMap().entrySet()) {
      if (one.getValue().epoch() == epoch) {
        entries.asMap().remove(one.getKey(), one.getValue());
        one.getValue().key().destroy();
      }
    }
    retired.destroyAll();
  }

  /** Lets go of keys past their time, also when nobody asks for them any more. */
  void sweep() {
    entries.cleanUp();
  }

  private void retire(@Nullable Entry entry) {
    if (entry != null) {
      retired.retire(entry.key()::destroy);
    }
  }
}
