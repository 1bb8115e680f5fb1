package app.lunaria.acceptance.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock for proofs: the machine's own until the server's {@code Date} has set it. */
final class ServerClock {
  private final Clock machine;
  private volatile Duration ahead = Duration.ZERO;

  ServerClock(Clock machine) {
    this.machine = machine;
  }

  Instant now() {
    return machine.instant().plus(ahead);
  }

  void set(Instant server) {
    ahead = Duration.between(machine.instant(), server);
  }
}
