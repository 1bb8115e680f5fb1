package app.lunaria.kit.keyring;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Comes back to the Vert.x context of the subscriber. The KMS client completes on threads of its
 * own and a shared load on those of whoever began it; Hibernate Reactive works on neither. A
 * subscriber that gives up cancels nothing, since others may wait for the same stage.
 */
public final class CallersContext {
  private CallersContext() {}

  /** The stage of the call, answered where the subscriber stands. */
  public static <T> Uni<T> here(Supplier<CompletionStage<T>> call) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context context = Vertx.currentContext();
              Uni<T> answer =
                  Uni.createFrom()
                      .emitter(
                          emitter ->
                              call.get()
                                  .whenComplete((value, failure) -> emit(emitter, value, failure)));
              return context == null
                  ? answer
                  : answer.emitOn(task -> context.runOnContext(ignored -> task.run()));
            });
  }

  private static <T> void emit(
      UniEmitter<? super T> emitter, T value, @Nullable Throwable failure) {
    if (failure == null) {
      emitter.complete(value);
    } else if (failure instanceof CompletionException
        && failure.getCause() instanceof Throwable cause) {
      emitter.fail(cause);
    } else {
      emitter.fail(failure);
    }
  }
}
