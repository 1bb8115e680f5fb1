package app.lunaria.testkit.program;

import io.quarkus.test.common.IntegrationTestStartedNotifier;

/**
 * Tells the test framework that the program has started. By itself it would look for that in a log
 * file, and our programs write none.
 */
public final class ProgramStarted implements IntegrationTestStartedNotifier {
  @Override
  public Result check(Context context) {
    return new Seen(ShippedProgram.isStarted(), false);
  }

  private record Seen(boolean isStarted, boolean isSsl) implements Result {}
}
