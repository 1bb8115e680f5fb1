package app.lunaria.user.password;

import app.lunaria.envelope.Environment;
import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.ids.Ids;
import app.lunaria.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes and verifies passwords on a pool that is bounded in threads and in places, so that a flood
 * of sign-ins costs its callers a 429 and nobody else their latency. Every answer comes back on the
 * caller's Vert.x context.
 */
@ApplicationScoped
public class Passwords {
  private static final Set<Environment> WEAKER = Set.of(Environment.DEV, Environment.TEST);

  private final Ids ids;
  private final Semaphore places;
  private final ThreadPoolExecutor pool;
  private final int memoryKib;
  private final String hashOfNobody;

  @Inject
  Passwords(Ids ids, HashingConfig config, CallerConfig caller) {
    this(ids, config, caller.env());
  }

  Passwords(Ids ids, HashingConfig config, Environment env) {
    if (config.threads() < 1 || config.places() < config.threads()) {
      throw new IllegalArgumentException(
          "lunaria.hashing: threads at least 1, places at least threads");
    }
    if (config.memory() < PasswordHash.LEAST_MEMORY_KIB && !WEAKER.contains(env)) {
      throw new IllegalArgumentException(
          "lunaria.hashing: memory at least 19456 outside dev and test");
    }
    this.ids = ids;
    this.memoryKib = config.memory();
    this.places = new Semaphore(config.places());
    this.pool =
        new ThreadPoolExecutor(
            config.threads(),
            config.threads(),
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(), // the places bound it
            Thread.ofPlatform().daemon().name("hashing-", 0).factory());
    this.hashOfNobody =
        PasswordHash.of(ids.uuid().toString(), ids.random(PasswordHash.SALT_BYTES), memoryKib);
  }

  /**
   * A new hash of the password.
   *
   * @return fails with {@link HashingPlacesTakenException} while all places are taken
   */
  public Uni<Sensitive<String>> hash(Sensitive<String> password) {
    byte[] salt = ids.random(PasswordHash.SALT_BYTES);
    return onThePool(() -> Sensitive.of(PasswordHash.of(password.reveal(), salt, memoryKib)));
  }

  /**
   * Whether the password is the one behind the hash.
   *
   * @return fails with {@link HashingPlacesTakenException} while all places are taken
   */
  public Uni<Boolean> matches(Sensitive<String> hash, Sensitive<String> password) {
    return onThePool(() -> PasswordHash.matches(hash.reveal(), password.reveal()));
  }

  /** The work of {@link #matches} for an address that has no account; always false. */
  public Uni<Boolean> matchesNobody(Sensitive<String> password) {
    return matches(Sensitive.of(hashOfNobody), password).replaceWith(false);
  }

  private <T> Uni<T> onThePool(Callable<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context context = Vertx.currentContext();
              Uni<T> done = Uni.createFrom().completionStage(submitted(work));
              return context == null
                  ? done
                  : done.emitOn(task -> context.runOnContext(ignored -> task.run()));
            });
  }

  private <T> CompletableFuture<T> submitted(Callable<T> work) {
    if (!places.tryAcquire()) {
      return CompletableFuture.failedFuture(new HashingPlacesTakenException());
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    pool.execute(new Hashing<>(work, places, result));
    return result;
  }

  @PreDestroy
  void close() {
    pool.shutdown();
  }
}
