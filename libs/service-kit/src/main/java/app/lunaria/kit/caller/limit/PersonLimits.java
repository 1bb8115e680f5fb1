package app.lunaria.kit.caller.limit;

import app.lunaria.envelope.SubjectId;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A bucket for each person who asked lately: a request takes one token, and tokens come back
 * evenly. Each replica counts for itself. Who was away for the whole time has a full bucket, so
 * hers is forgotten.
 */
@ApplicationScoped
// The cache looks up by name the class of its entries; native executables know those of other
// kinds.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
class PersonLimits {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final LoadingCache<SubjectId, Bucket> buckets;

  PersonLimits(LimitConfig config, Clock clock) {
    LimitConfig.Person person = config.person();
    demand(person.requests() >= 1, "lunaria.limits.person.requests must be at least 1");
    demand(person.remembered() >= 1, "lunaria.limits.person.remembered must be at least 1");
    demand(
        person.within().compareTo(SHORTEST) >= 0 && person.within().compareTo(LONGEST) <= 0,
        "lunaria.limits.person.within must be from one second to one day");
    TimeMeter meter = new ByClock(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(person.remembered())
            .expireAfterAccess(person.within())
            .ticker(meter::currentTimeNanos)
            .executor(Runnable::run)
            .build(subject -> full(person, meter));
  }

  private static void demand(boolean held, String sentence) {
    if (!held) {
      throw new IllegalArgumentException(sentence);
    }
  }

  private static Bucket full(LimitConfig.Person person, TimeMeter meter) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(person.requests()).refillGreedy(person.requests(), person.within()))
        .withCustomTimePrecision(meter)
        .build();
  }

  /** Takes one request from what is left to her; nothing when nothing is left. */
  Allowance take(SubjectId subject) {
    ConsumptionProbe probe = buckets.get(subject).tryConsumeAndReturnRemaining(1);
    return new Allowance(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()),
        Duration.ofNanos(probe.getNanosToWaitForReset()));
  }

  /** The clock that was handed in, as the bucket reads it: to the millisecond. */
  private record ByClock(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
