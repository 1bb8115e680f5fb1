package app.lunaria.local.gateway.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalLong;

/** How much each address asks: a bucket of tokens that is filled up steadily. */
public final class AddressBuckets {
  /** An address that is pushed out of the table begins with a full bucket again. */
  private static final int MOST_ADDRESSES = 10_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).executor(Runnable::run).build();
  private final int perSecond;
  private final int burst;
  private final TimeMeter time;

  public AddressBuckets(int perSecond, int burst, TimeMeter time) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.time = time;
  }

  /**
   * Takes a token for one request.
   *
   * @return nothing when it may go on, else the whole seconds after which another one may
   */
  public OptionalLong secondsToWait(String address) {
    ConsumptionProbe probe = buckets.get(address, _ -> newBucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? OptionalLong.empty()
        : OptionalLong.of(1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
  }

  /** How many addresses are remembered now. */
  long addresses() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}
