package app.lunaria.kit.keyring;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One place of {@link UnwrappedKeys}: its table of answers, for one key. */
final class KeySlot<V> {

  /**
   * What a caller waits for.
   *
   * @param begins whether this caller has to begin the load that others wait for, too
   */
  record Turn<V>(CompletableFuture<V> answer, boolean begins) {}

  private @Nullable V held;
  private Instant since = Instant.MIN;
  private @Nullable CompletableFuture<V> loading;
  private @Nullable KeyUnavailableException unavailable;
  private Instant pausedUntil = Instant.MIN;

  /** The key, if it may be given out whatever KMS said last. */
  synchronized Optional<V> fresh(Instant now) {
    return youngerThan(now.minus(UnwrappedKeys.FRESH));
  }

  /** The key, if it may be given out while KMS is down. */
  synchronized Optional<V> usable(Instant now) {
    return youngerThan(now.minus(UnwrappedKeys.GRACE));
  }

  synchronized Turn<V> turn(Instant now) {
    Optional<V> answer = fresh(now).or(() -> isDown() ? usable(now) : Optional.empty());
    boolean paused = unavailable != null && now.isBefore(pausedUntil);
    boolean begins = fresh(now).isEmpty() && loading == null && !paused;
    if (begins) {
      loading = new CompletableFuture<>();
    }
    return new Turn<>(
        answer.map(CompletableFuture::completedFuture).orElseGet(this::pending), begins);
  }

  /** Whether the caller has to begin a load of the held key, since it has that age. */
  synchronized boolean beginsRenewal(Duration age, Instant now) {
    boolean due = held != null && youngerThan(now.minus(age)).isEmpty();
    boolean paused = unavailable != null && now.isBefore(pausedUntil);
    if (!due || loading != null || paused) {
      return false;
    }
    loading = new CompletableFuture<>();
    return true;
  }

  private CompletableFuture<V> pending() {
    if (loading != null) {
      return loading;
    }
    if (unavailable != null) {
      return CompletableFuture.failedFuture(
          new KeyUnavailableException(unavailable.reason(), "a key was not to be had just now"));
    }
    throw new IllegalStateException("neither a load nor the reason why there is none");
  }

  /** A load came back; its key counts from the moment when it was begun. */
  void loaded(V value, Instant begun) {
    CompletableFuture<V> waiting;
    synchronized (this) {
      held = value;
      since = begun;
      unavailable = null;
      waiting = endLoading();
    }
    waiting.complete(value);
  }

  /** A load failed; the key stays for as long as KMS may be down. */
  void failed(Throwable failure, Instant now) {
    CompletableFuture<V> waiting;
    Optional<V> instead;
    synchronized (this) {
      if (failure instanceof KeyUnavailableException said) {
        unavailable = said;
        pausedUntil = now.plus(UnwrappedKeys.PAUSE);
      }
      instead =
          failure instanceof KeyUnavailableException && isDown() ? usable(now) : Optional.empty();
      waiting = endLoading();
    }
    instead.ifPresentOrElse(waiting::complete, () -> waiting.completeExceptionally(failure));
  }

  /** Takes the key out. */
  synchronized Optional<V> take() {
    Optional<V> taken = Optional.ofNullable(held);
    held = null;
    since = Instant.MIN;
    return taken;
  }

  private CompletableFuture<V> endLoading() {
    CompletableFuture<V> ended = loading == null ? new CompletableFuture<>() : loading;
    loading = null;
    return ended;
  }

  private boolean isDown() {
    return unavailable != null && unavailable.reason() == Reason.DOWN;
  }

  private Optional<V> youngerThan(Instant oldest) {
    return since.isBefore(oldest) ? Optional.empty() : Optional.ofNullable(held);
  }
}
