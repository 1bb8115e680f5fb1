package app.lunaria.kit.keyring;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.SocketException;
import java.time.Duration;

/**
 * Single statements outside the caller's transaction, answered within a limit or not at all. The
 * limit is a way out, too: a statement here may wait for a connection while every connection is
 * held by a request that waits for this statement.
 */
final class PromptPool {
  /** Longer than a statement may take (statement_timeout), so that the server gives up first. */
  private static final Duration LIMIT = Duration.ofSeconds(4);

  private final Pool pool;

  PromptPool(Pool pool) {
    this.pool = pool;
  }

  /** No answer in time is a {@link SocketException}, which the caller sees as a database away. */
  Uni<RowSet<Row>> execute(String statement, Tuple values) {
    return pool.preparedQuery(statement)
        .execute(values)
        .ifNoItem()
        .after(LIMIT)
        .failWith(() -> new SocketException("a database of keys does not answer in time"));
  }
}
