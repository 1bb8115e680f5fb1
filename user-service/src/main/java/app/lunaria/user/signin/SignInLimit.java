package app.lunaria.user.signin;

import app.lunaria.envelope.EmailAddress;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.IndexValue;
import app.lunaria.kit.keyring.RootKeys;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ten failed sign-ins an address and hour. An attempt counts before the password is looked at, so
 * that parallel guesses count too, and is given back when it succeeds. The rows hold the address's
 * index value and no time: they belong to the even or to the odd hours, and those of the hour that
 * is over are deleted.
 */
@ApplicationScoped
class SignInLimit {
  static final int FAILURES_AN_HOUR = 10;
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private final SignInFailureRepository failures;
  private final RootKeys rootKeys;
  private final Clock clock;

  SignInLimit(SignInFailureRepository failures, RootKeys rootKeys, Clock clock) {
    this.failures = failures;
    this.rootKeys = rootKeys;
    this.clock = clock;
  }

  /** Whether one may try. */
  sealed interface Attempt {
    /** One may; the attempt is counted. */
    record Allowed(IndexValue address, boolean oddHour) implements Attempt {}

    /** One may not before the hour is over. */
    record Exhausted(long retryAfterSeconds) implements Attempt {}
  }

  Uni<Attempt> attempt(EmailAddress email) {
    Instant now = clock.instant();
    return rootKeys
        .index(IndexKind.EMAIL)
        .map(key -> key.value().email(email))
        .chain(
            address ->
                Panache.withTransaction(() -> failures.increment(address, isOddHour(now)))
                    .map(count -> judged(address, count, now)));
  }

  private static Attempt judged(IndexValue address, int count, Instant now) {
    return count > FAILURES_AN_HOUR
        ? new Attempt.Exhausted(restOfTheHour(now))
        : new Attempt.Allowed(address, isOddHour(now));
  }

  @WithTransaction
  Uni<Void> giveBack(Attempt.Allowed attempt) {
    return failures.decrement(attempt.address(), attempt.oddHour());
  }

  @Scheduled(identity = "forget-sign-in-failures", every = "60s", delayed = "60s")
  @WithTransaction
  Uni<Void> forgetTheHourBefore() {
    return failures.deleteAll(!isOddHour(clock.instant()));
  }

  static boolean isOddHour(Instant at) {
    return Math.floorMod(Math.floorDiv(at.getEpochSecond(), HOUR), 2) == 1;
  }

  static long restOfTheHour(Instant at) {
    return HOUR - Math.floorMod(at.getEpochSecond(), HOUR);
  }
}
