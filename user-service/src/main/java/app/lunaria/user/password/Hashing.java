package app.lunaria.user.password;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * One piece of work in the pool; whatever it ends with reaches the one who waits, who may come
 * again at once: so its place is free before.
 */
final class Hashing<T> extends FutureTask<T> {
  private final Semaphore places;
  private final CompletableFuture<T> result;

  Hashing(Callable<T> work, Semaphore places, CompletableFuture<T> result) {
    super(work);
    this.places = places;
    this.result = result;
  }

  @Override
  protected void done() {
    places.release();
    switch (state()) {
      case SUCCESS -> result.complete(resultNow());
      case FAILED -> result.completeExceptionally(exceptionNow());
      case CANCELLED, RUNNING -> result.cancel(false);
    }
  }
}
