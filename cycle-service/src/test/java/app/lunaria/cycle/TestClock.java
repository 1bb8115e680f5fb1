package app.lunaria.cycle;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock in tests: the machine's, or some time ahead of it or behind. */
@Singleton
public class TestClock extends Clock {
  private static volatile Duration ahead = Duration.ZERO;

  /** Does something while the clock shows that moment, and sets it right again. */
  public static void at(Instant moment, Runnable work) {
    ahead = Duration.between(Instant.now(), moment);
    try {
      work.run();
    } finally {
      ahead = Duration.ZERO;
    }
  }

  /** What the service's clock shows; tokens and proofs of the tests go by it. */
  static Instant now() {
    return Instant.now().plus(ahead);
  }

  @Override
  public Instant instant() {
    return now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the service asks for instants");
  }
}
