package app.lunaria.kit.keyring;

import app.lunaria.envelope.kms.KeyArn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class PgKekRepository implements KekRepository {
  private final PromptPool pool;

  PgKekRepository(Pool pool) {
    this.pool = new PromptPool(pool);
  }

  @Override
  public Uni<Optional<StoredKek>> find(KekId id) {
    return pool.execute(
            "select key_arn, wrapped from kek join key_epoch using (epoch)"
                + " where epoch = $1 and shard = $2",
            Tuple.of(id.epoch(), id.shard()))
        .map(rows -> first(rows.iterator()));
  }

  @Override
  public Uni<Boolean> insert(KekId id, byte[] wrapped, byte[] wrappedBackup) {
    return pool.execute(
            "insert into kek (epoch, shard, wrapped, wrapped_backup) values ($1, $2, $3, $4)"
                + " on conflict (epoch, shard) do nothing",
            Tuple.of(id.epoch(), id.shard(), Buffer.buffer(wrapped), Buffer.buffer(wrappedBackup)))
        .map(rows -> rows.rowCount() == 1);
  }

  private static Optional<StoredKek> first(RowIterator<Row> rows) {
    return rows.hasNext() ? Optional.of(kek(rows.next())) : Optional.empty();
  }

  private static StoredKek kek(Row row) {
    return new StoredKek(new KeyArn(row.getString("key_arn")), row.getBuffer("wrapped").getBytes());
  }
}
