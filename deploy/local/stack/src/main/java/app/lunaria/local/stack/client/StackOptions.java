package app.lunaria.local.stack.client;

import java.time.Duration;

/**
 * How the process is started where none runs yet; an attached one keeps what it was started with.
 *
 * @param durable whether rows and keys outlive the process
 * @param idle how long it stays after the last lease has gone
 * @param patience how long to wait for it to be ready
 */
public record StackOptions(boolean durable, Duration idle, Duration patience) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  public StackOptions {
    if (idle.isNegative() || patience.isNegative()) {
      throw new IllegalArgumentException("durations are not negative");
    }
  }

  /** Development: rows and keys are kept, the process goes ten seconds after the last lease. */
  public static StackOptions development() {
    return new StackOptions(true, Duration.ofSeconds(10), PATIENCE);
  }

  /** Tests: nothing is kept, and the process outlasts the pause between two modules' tests. */
  public static StackOptions test() {
    return new StackOptions(false, Duration.ofSeconds(90), PATIENCE);
  }
}
