package app.lunaria.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/**
 * The statements of one transaction, done by the database in the order in which they are sent. Each
 * sees what was committed when it begins, as in any transaction at READ COMMITTED: what follows a
 * lock sees what the lock waited for. After one that fails the others fail, too.
 */
public final class Pipeline {
  private final SqlConnection connection;
  private Optional<Throwable> failure = Optional.empty();
  private Future<?> latest;
  private Optional<Future<Void>> committed = Optional.empty();

  Pipeline(SqlConnection connection) {
    this.connection = connection;
    this.latest = watched(connection.query("begin").execute());
  }

  /**
   * Sends a statement at once, whether or not somebody waits for its answer.
   *
   * @param values bytes, texts or numbers; {@link Optional} where there may be none
   */
  public Uni<RowSet<Row>> send(Statement statement, Object... values) {
    return answer(sent(statement, values));
  }

  /**
   * Sends the last statement and the commit behind it. Its success says that the statement was
   * done; that it was committed is known when the transaction ends. Its values must be of the types
   * that the client sends: what fails on this side keeps the database from nothing.
   */
  public Uni<RowSet<Row>> sendLast(Statement statement, Object... values) {
    Future<RowSet<Row>> sent = sent(statement, values);
    committed = Optional.of(end("commit"));
    return answer(sent);
  }

  private Future<RowSet<Row>> sent(Statement statement, Object... values) {
    if (committed.isPresent()) {
      throw new IllegalStateException("the transaction has ended");
    }
    if (values.length != statement.values()) {
      throw new IllegalArgumentException("a statement with other values");
    }
    Future<RowSet<Row>> sent =
        watched(connection.preparedQuery(statement.numbered()).execute(tuple(values)));
    latest = sent;
    return sent;
  }

  private <T> Future<T> watched(Future<T> sent) {
    return sent.onFailure(why -> failure = failure.or(() -> Optional.of(why)));
  }

  /**
   * Commits what succeeded as a whole, when the last answer is there. PostgreSQL answers the commit
   * of a transaction that failed with success, having rolled it back, and knows nothing of what
   * failed on this side: so every failure counts here, also one that nobody waited for.
   */
  Future<Void> commit() {
    return committed
        .orElseGet(() -> latest.transform(answer -> end(failure.isEmpty() ? "commit" : "rollback")))
        .compose(
            ended ->
                failure.<Future<Void>>map(Future::failedFuture).orElseGet(Future::succeededFuture));
  }

  /** Ends a transaction that failed; also one whose commit was sent already, which did nothing. */
  Future<Void> rollback() {
    return committed.orElseGet(() -> end("rollback"));
  }

  private Future<Void> end(String how) {
    return connection.query(how).execute().mapEmpty();
  }

  private static Tuple tuple(Object... values) {
    Tuple tuple = Tuple.tuple();
    for (Object value : values) {
      tuple.addValue(
          value instanceof Optional<?> some
              ? some.map(Pipeline::value).orElse(null)
              : value(value));
    }
    return tuple;
  }

  private static Object value(Object value) {
    return value instanceof byte[] bytes ? Buffer.buffer(bytes) : value;
  }

  private static <T> Uni<T> answer(Future<T> sent) {
    return Uni.createFrom()
        .emitter(emitter -> sent.onSuccess(emitter::complete).onFailure(emitter::fail));
  }
}
