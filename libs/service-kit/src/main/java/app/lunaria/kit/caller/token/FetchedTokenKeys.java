package app.lunaria.kit.caller.token;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.kit.keyring.CallersContext;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's key set, fetched and held; what every service has but the issuer itself.
 *
 * <p>A set counts for five minutes, and for one hour while the issuer cannot be reached: long
 * enough for its restart, and then nothing is accepted any more. An id that the held set does not
 * have is asked for at most every ten seconds, whoever sends it and however often.
 */
@ApplicationScoped
@DefaultBean
class FetchedTokenKeys implements TokenKeys {
  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration GRACE = Duration.ofHours(1);
  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(FetchedTokenKeys.class);

  private final KeySetSource source;
  private final Clock clock;

  private Map<String, RSAPublicKey> keys = Map.of();
  private Instant since = Instant.MIN;
  private Instant asked = Instant.MIN;
  private @Nullable CompletableFuture<Map<String, RSAPublicKey>> loading;

  FetchedTokenKeys(KeySetSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public Uni<Optional<RSAPublicKey>> find(String kid) {
    return Uni.createFrom()
        .deferred(
            () ->
                held(kid)
                    .map(answer -> Uni.createFrom().item(answer))
                    .orElseGet(
                        () ->
                            CallersContext.here(this::load)
                                .map(found -> Optional.ofNullable(found.get(kid)))));
  }

  /** What is answered from memory: a key that is held, or that there is none such just now. */
  private synchronized Optional<Optional<RSAPublicKey>> held(String kid) {
    Instant now = clock.instant();
    boolean fresh = now.isBefore(later(since, FRESH));
    boolean paused = now.isBefore(later(asked, PAUSE)) && now.isBefore(later(since, GRACE));
    boolean known = keys.containsKey(kid);
    return (fresh && known) || paused
        ? Optional.of(Optional.ofNullable(keys.get(kid)))
        : Optional.empty();
  }

  /** One question at a time; all who come meanwhile wait for its answer. */
  private CompletableFuture<Map<String, RSAPublicKey>> load() {
    CompletableFuture<Map<String, RSAPublicKey>> mine;
    synchronized (this) {
      if (loading != null) {
        return loading;
      }
      if (clock.instant().isBefore(later(asked, PAUSE))) {
        return CompletableFuture.failedFuture(unavailable(null));
      }
      mine = new CompletableFuture<>();
      loading = mine;
      asked = clock.instant();
    }
    source.fetch().subscribe().with(found -> loaded(mine, found), failure -> failed(mine, failure));
    return mine;
  }

  private void loaded(
      CompletableFuture<Map<String, RSAPublicKey>> waiting, Map<String, RSAPublicKey> found) {
    synchronized (this) {
      keys = found;
      since = clock.instant();
      loading = null;
    }
    waiting.complete(found);
  }

  private void failed(CompletableFuture<Map<String, RSAPublicKey>> waiting, Throwable failure) {
    LOG.warn("the issuer's keys could not be fetched");
    Optional<Map<String, RSAPublicKey>> instead;
    synchronized (this) {
      loading = null;
      instead =
          clock.instant().isBefore(later(since, GRACE)) ? Optional.of(keys) : Optional.empty();
    }
    instead.ifPresentOrElse(
        waiting::complete, () -> waiting.completeExceptionally(unavailable(failure)));
  }

  private static Instant later(Instant moment, Duration by) {
    return moment.equals(Instant.MIN) ? moment : moment.plus(by);
  }

  private static KeyUnavailableException unavailable(@Nullable Throwable cause) {
    return new KeyUnavailableException(
        Reason.DOWN, "the issuer's keys cannot be had just now", cause);
  }
}
