package app.lunaria.kit.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallersContextTest {
  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void anAnswerFromAForeignThreadComesBackToTheCallersContext() throws Exception {
    CompletableFuture<String> kms = new CompletableFuture<>();

    CompletableFuture<Context> seen = contextOfTheAnswer(kms, () -> kms.complete("a key"));

    assertThat(within(seen)).isSameAs(context);
  }

  @Test
  void aFailureComesBackToo() throws Exception {
    CompletableFuture<String> kms = new CompletableFuture<>();

    CompletableFuture<Context> seen =
        contextOfTheAnswer(kms, () -> kms.completeExceptionally(new IllegalStateException("down")));

    assertThat(within(seen)).isSameAs(context);
  }

  @Test
  void aFailureIsGivenBare() {
    CompletableFuture<String> kms = new CompletableFuture<>();
    kms.completeExceptionally(new CompletionException(new IllegalStateException("down")));

    Throwable failure =
        CallersContext.here(() -> kms)
            .onItemOrFailure()
            .transform((key, bare) -> bare)
            .await()
            .indefinitely();

    assertThat(failure).isInstanceOf(IllegalStateException.class);
  }

  /** The foreign thread begins when the caller has subscribed, so that it is the one to answer. */
  private CompletableFuture<Context> contextOfTheAnswer(
      CompletableFuture<String> kms, Runnable answer) {
    CompletableFuture<Context> seen = new CompletableFuture<>();
    context.runOnContext(
        start -> {
          CallersContext.here(() -> kms)
              .subscribe()
              .with(
                  key -> seen.complete(Vertx.currentContext()),
                  failure -> seen.complete(Vertx.currentContext()));
          Thread.ofPlatform().start(answer);
        });
    return seen;
  }

  private static <T> T within(CompletableFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(20, TimeUnit.SECONDS);
  }
}
