package app.lunaria.kit.keyring;

import app.lunaria.envelope.kms.KeyArn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class PgEpochRepository implements EpochRepository {
  private final PromptPool pool;

  PgEpochRepository(Pool pool) {
    this.pool = new PromptPool(pool);
  }

  @Override
  public Uni<Optional<OpenEpoch>> open() {
    return pool.execute(
            "select epoch, key_arn, backup_key_arn from key_epoch where state = 'open'"
                + " order by epoch desc limit 1",
            Tuple.tuple())
        .map(rows -> first(rows.iterator()));
  }

  private static Optional<OpenEpoch> first(RowIterator<Row> rows) {
    return rows.hasNext() ? Optional.of(epoch(rows.next())) : Optional.empty();
  }

  private static OpenEpoch epoch(Row row) {
    return new OpenEpoch(
        row.getInteger("epoch"),
        new KeyArn(row.getString("key_arn")),
        new KeyArn(row.getString("backup_key_arn")));
  }
}
