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
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The copy in a second PostgreSQL database, each statement a transaction of its own. An answer that
 * does not come is a failure: the transaction that waits for it rolls back, the copy may stay.
 */
@Singleton
class PgKeyCopy implements KeyCopy {
  private final PromptPool pool;

  PgKeyCopy(@ReactiveDataSource("key-copy") Pool pool) {
    this.pool = new PromptPool(pool);
  }

  @Override
  public Uni<Void> insert(SubjectId subject, DekId dekId, int epoch, WrappedKey wrapped) {
    return pool.execute(
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
    return pool.execute(
            "select subject from subject_key_copy where dek_id = $1",
            Tuple.of(Buffer.buffer(dekId.bytes())))
        .map(rows -> first(rows.iterator()));
  }

  @Override
  public Uni<Void> delete(DekId dekId) {
    return pool.execute(
            "delete from subject_key_copy where dek_id = $1",
            Tuple.of(Buffer.buffer(dekId.bytes())))
        .replaceWithVoid();
  }

  private static Optional<SubjectId> first(RowIterator<Row> rows) {
    return rows.hasNext()
        ? Optional.of(SubjectId.of(rows.next().getBuffer("subject").getBytes()))
        : Optional.empty();
  }
}
