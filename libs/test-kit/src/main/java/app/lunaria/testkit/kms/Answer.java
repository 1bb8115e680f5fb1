package app.lunaria.testkit.kms;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a stage came to, awaited with a limit. */
final class Answer {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Answer() {}

  static <T> T of(CompletionStage<T> stage) {
    try {
      return await(stage);
    } catch (ExecutionException failed) {
      throw new AssertionError("an answer was expected", failed.getCause());
    }
  }

  /** The reason it failed for, by exactly the exception of the port. */
  static Reason failure(CompletionStage<?> stage) {
    try {
      await(stage);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof KeyUnavailableException unavailable) {
        return unavailable.reason();
      }
      throw new AssertionError("a key that is unavailable was expected", failed.getCause());
    }
    throw new AssertionError("a failure was expected, it answered");
  }

  private static <T> T await(CompletionStage<T> stage) throws ExecutionException {
    try {
      return stage.toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer within " + LIMIT, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }
}
