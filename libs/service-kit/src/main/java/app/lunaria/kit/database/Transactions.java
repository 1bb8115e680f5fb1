package app.lunaria.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * Transactions outside Hibernate whose statements need not wait for each other's answers. For the
 * few requests that come often: each answer not waited for saves the service and the database a
 * turn of the network and of the scheduler.
 */
@Singleton
public class Transactions {
  private final Pool pool;

  Transactions(Pool pool) {
    this.pool = pool;
  }

  /**
   * Does the work on a connection of its own: commits when it gives an item, rolls back when it
   * fails. Who gives up waiting cancels nothing.
   */
  public <T> Uni<T> pipelined(Function<Pipeline, Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                pool.getConnection()
                    .compose(connection -> onItsOwn(connection, work))
                    .onSuccess(emitter::complete)
                    .onFailure(emitter::fail));
  }

  private static <T> Future<T> onItsOwn(SqlConnection connection, Function<Pipeline, Uni<T>> work) {
    Flushes.gather(connection);
    Pipeline pipeline = new Pipeline(connection);
    return done(pipeline, work)
        .compose(
            item -> pipeline.commit().map(item),
            failure -> pipeline.rollback().transform(ended -> Future.failedFuture(failure)))
        .eventually(() -> connection.close());
  }

  private static <T> Future<T> done(Pipeline pipeline, Function<Pipeline, Uni<T>> work) {
    Promise<T> done = Promise.promise();
    Uni.createFrom()
        .deferred(() -> work.apply(pipeline))
        .subscribe()
        .with(done::complete, done::fail);
    return done.future();
  }
}
