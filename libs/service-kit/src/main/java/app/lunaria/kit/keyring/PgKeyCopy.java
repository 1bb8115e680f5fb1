package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.WrappedKey;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;

/**
 * The copy in a second PostgreSQL database, each statement a transaction of its own. An answer that
 * does not come is a failure: the transaction that waits for it rolls back, the copy may stay.
 */
@Singleton
class PgKeyCopy implements KeyCopy {
  /**
   * Longer than the statement time-out of the connection, which ends what the server still hears.
   */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Pool pool;

  PgKeyCopy(@ReactiveDataSource("key-copy") Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Void> insert(SubjectId subject, DekId dekId, int epoch, WrappedKey wrapped) {
    return execute(
            "insert into subject_key_copy (subject, dek_id, epoch, wrapped) values ($1, $2, $3, $4)",
            Tuple.of(
                Buffer.buffer(subject.bytes()),
                Buffer.buffer(dekId.bytes()),
                epoch,
                Buffer.buffer(wrapped.bytes())))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<SubjectId>> subjectOf(DekId dekId) {
    return execute(
            "select subject from subject_key_copy where dek_id = $1",
            Tuple.of(Buffer.buffer(dekId.bytes())))
        .map(rows -> first(rows.iterator()));
  }

  @Override
  public Uni<Void> delete(DekId dekId) {
    return execute(
            "delete from subject_key_copy where dek_id = $1",
            Tuple.of(Buffer.buffer(dekId.bytes())))
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> execute(String statement, Tuple values) {
    return pool.preparedQuery(statement)
        .execute(values)
        .ifNoItem()
        .after(LIMIT)
        .failWith(() -> new SocketException("the key copy does not answer"));
  }

  private static Optional<SubjectId> first(RowIterator<Row> rows) {
    return rows.hasNext()
        ? Optional.of(SubjectId.of(rows.next().getBuffer("subject").getBytes()))
        : Optional.empty();
  }
}
