package app.lunaria.user.account;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Answers at a fixed time after the arrival of a request, whatever the work came to: at 400 ms, or,
 * if the machine was too slow for that, at the next multiple of it.
 */
final class FixedTime {
  static final Duration STEP = Duration.ofMillis(400);

  private static final long NANOS_PER_MILLI = 1_000_000;

  private FixedTime() {}

  /** Holds item and failure alike back until the fixed time has come. */
  static <T> Uni<T> after(long arrivedNanos, Uni<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context context = Vertx.currentContext();
              return work.onItemOrFailure()
                  .transformToUni(
                      (item, failure) -> {
                        Uni<T> outcome =
                            failure == null
                                ? Uni.createFrom().item(item)
                                : Uni.createFrom().failure(failure);
                        Duration rest = remaining(System.nanoTime() - arrivedNanos);
                        Uni<Void> wait = Uni.createFrom().voidItem().onItem().delayIt().by(rest);
                        Uni<Void> back =
                            context == null
                                ? wait
                                : wait.emitOn(task -> context.runOnContext(ignored -> task.run()));
                        return back.chain(() -> outcome);
                      });
            });
  }

  /**
   * How long it is from an elapsed time (nanoseconds) to the next multiple of the step, in whole
   * milliseconds and at least one: a timer takes no less.
   */
  static Duration remaining(long elapsedNanos) {
    long step = STEP.toNanos();
    long rest = step - Math.floorMod(elapsedNanos, step);
    return Duration.ofMillis(Math.ceilDiv(rest, NANOS_PER_MILLI));
  }
}
