package app.lunaria.kit.keyring;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys that KMS opened, held for a while, with one load at a time for each.
 *
 * <pre>
 * key held for      last answer of KMS    what a caller gets
 * up to 15 min      any                   the held key
 * up to 60 min      well                  waits for a load; should KMS be down, the held key
 * up to 60 min      down                  the held key at once; a load in the background every 2 s
 * longer, or none   well                  waits for a load
 * longer, or none   down or refused       unavailable at once for 2 s, then waits for a load
 * </pre>
 *
 * A refusal drops the held key. Any failure that is not of the key service is the caller's and
 * changes nothing here.
 */
final class UnwrappedKeys<K, V> {
  static final Duration FRESH = Duration.ofMinutes(15);
  static final Duration GRACE = Duration.ofMinutes(60);
  static final Duration PAUSE = Duration.ofSeconds(2);

  private final Clock clock;
  private final RetiredKeys retired;
  private final Consumer<V> destroy;
  private final Consumer<K> onRefusal;
  private final Cache<K, KeySlot<V>> slots;
  private final Set<K> refused = ConcurrentHashMap.newKeySet();

  /**
   * @param bound how many keys are held at most
   * @param destroy ends the life of a key that is not given out any more
   * @param onRefusal told after the key itself was dropped, so that what hangs on it can fall too
   */
  UnwrappedKeys(
      Clock clock, int bound, RetiredKeys retired, Consumer<V> destroy, Consumer<K> onRefusal) {
    this.clock = clock;
    this.retired = retired;
    this.destroy = destroy;
    this.onRefusal = onRefusal;
    this.slots =
        Caffeine.newBuilder()
            .maximumSize(bound)
            .executor(Runnable::run)
            .<K, KeySlot<V>>evictionListener((key, slot, cause) -> retire(slot))
            .build();
  }

  /** The key, held or loaded. Completes on the caller's context. */
  Uni<V> get(K key, Supplier<Uni<V>> load) {
    return Uni.createFrom()
        .deferred(
            () ->
                slot(key)
                    .fresh(clock.instant())
                    .map(held -> Uni.createFrom().item(held))
                    .orElseGet(() -> CallersContext.here(() -> heldOrLoaded(key, load))));
  }

  /** Whether the key could be given out now without asking KMS, be it only while KMS is down. */
  boolean holds(K key) {
    KeySlot<V> slot = slots.getIfPresent(key);
    return slot != null && slot.usable(clock.instant()).isPresent();
  }

  /** Whether a key is refused and no load of it has succeeded since. */
  boolean refusing() {
    return !refused.isEmpty();
  }

  /** The keys that are refused. */
  Set<K> refused() {
    return Set.copyOf(refused);
  }

  /** Takes a refusal back without a load: the key is not needed any more. */
  void acquit(K key) {
    refused.remove(key);
  }

  /**
   * Loads every held key of that age again in the background, so that requests find it fresh. Only
   * for keys whose load asks a database: a request may hold a connection while it waits.
   */
  void renew(Duration age, Function<K, Uni<V>> load) {
    slots
        .asMap()
        .forEach(
            (key, slot) -> {
              if (slot.beginsRenewal(age, clock.instant())) {
                begin(key, slot, () -> load.apply(key));
              }
            });
  }

  /** Drops and destroys at once. */
  void forget(Predicate<K> which) {
    slots
        .asMap()
        .forEach(
            (key, slot) -> {
              if (which.test(key)) {
                slot.take().ifPresent(destroy);
              }
            });
  }

  /** Lets go of keys past their longest time, also when nobody asks for them any more. */
  void sweep() {
    Instant now = clock.instant();
    slots.asMap().values().stream()
        .filter(slot -> slot.usable(now).isEmpty())
        .forEach(this::retire);
  }

  private KeySlot<V> slot(K key) {
    return slots.get(key, ignored -> new KeySlot<>());
  }

  private CompletionStage<V> heldOrLoaded(K key, Supplier<Uni<V>> load) {
    KeySlot<V> slot = slot(key);
    KeySlot.Turn<V> turn = slot.turn(clock.instant());
    if (turn.begins()) {
      begin(key, slot, load);
    }
    return turn.answer();
  }

  private void begin(K key, KeySlot<V> slot, Supplier<Uni<V>> load) {
    Instant begun = clock.instant();
    Uni.createFrom()
        .deferred(load::get)
        .subscribe()
        .with(value -> loaded(key, slot, value, begun), failure -> failed(key, slot, failure));
  }

  private void loaded(K key, KeySlot<V> slot, V value, Instant begun) {
    refused.remove(key);
    retire(slot);
    slot.loaded(value, begun);
  }

  private void failed(K key, KeySlot<V> slot, Throwable failure) {
    if (failure instanceof KeyUnavailableException unavailable
        && unavailable.reason() == Reason.REFUSED) {
      refused.add(key);
      slot.take().ifPresent(destroy);
      retired.destroyAll();
      onRefusal.accept(key);
    }
    slot.failed(failure, clock.instant());
  }

  private void retire(@Nullable KeySlot<V> slot) {
    if (slot != null) {
      slot.take().ifPresent(value -> retired.retire(() -> destroy.accept(value)));
    }
  }
}
