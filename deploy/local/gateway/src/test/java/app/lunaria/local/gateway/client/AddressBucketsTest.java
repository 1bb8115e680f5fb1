package app.lunaria.local.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The share of an address, by a clock that stands until it is moved. */
class AddressBucketsTest {
  private final AtomicLong nanos = new AtomicLong();

  private final AddressBuckets buckets =
      new AddressBuckets(
          2,
          4,
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  private int admitted(String address) {
    int admitted = 0;
    while (buckets.secondsToWait(address).isEmpty()) {
      admitted++;
    }
    return admitted;
  }

  @Test
  void atOnceItMayAskAsMuchAsItsBucketHolds() {
    assertThat(admitted("127.0.0.1")).isEqualTo(4);
    assertThat(buckets.secondsToWait("127.0.0.1")).hasValue(1);
  }

  @Test
  void inTheLongRunItMayAskAsMuchAsFlowsIn() {
    admitted("127.0.0.1");

    nanos.addAndGet(Duration.ofMillis(1_500).toNanos());
    assertThat(admitted("127.0.0.1")).isEqualTo(3);
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(admitted("127.0.0.1")).isEqualTo(4);
  }

  @Test
  void anotherAddressHasABucketOfItsOwn() {
    admitted("127.0.0.1");

    assertThat(admitted("127.0.0.2")).isEqualTo(4);
  }

  @Test
  void theTableStaysSmall() {
    for (int i = 0; i < 50_000; i++) {
      buckets.secondsToWait("10." + (i >> 16) + "." + ((i >> 8) & 0xff) + "." + (i & 0xff));
    }

    assertThat(buckets.addresses()).isLessThanOrEqualTo(10_000);
  }
}
