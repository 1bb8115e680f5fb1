package app.lunaria.user.password;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** One piece of work in the pool; whatever it ends with reaches the one who waits. */
final class Hashing<T> extends FutureTask<T> {
  private final CompletableFuture<T> result;

  Hashing(Callable<T> work, CompletableFuture<T> result) {
    super(work);
    this.result = result;
  }

  @Override
  protected void done() {
    switch (state()) {
      case SUCCESS -> result.complete(resultNow());
      case FAILED -> result.completeExceptionally(exceptionNow());
      case CANCELLED, RUNNING -> result.cancel(false);
    }
  }
}
