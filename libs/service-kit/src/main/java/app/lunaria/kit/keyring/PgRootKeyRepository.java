package app.lunaria.kit.keyring;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

@Singleton
class PgRootKeyRepository implements RootKeyRepository {
  private final PromptPool pool;

  PgRootKeyRepository(Pool pool) {
    this.pool = new PromptPool(pool);
  }

  @Override
  public Uni<List<Versioned<byte[]>>> all(RootKeyId id) {
    return pool.execute(
            "select version, wrapped from root_key where purpose = $1 and name = $2",
            Tuple.of(id.purpose().text(), id.name()))
        .map(PgRootKeyRepository::versions);
  }

  @Override
  public Uni<Boolean> insert(RootKeyId id, int version, byte[] wrapped) {
    return pool.execute(
            "insert into root_key (purpose, name, version, wrapped) values ($1, $2, $3, $4)"
                + " on conflict (purpose, name, version) do nothing",
            Tuple.of(id.purpose().text(), id.name(), version, Buffer.buffer(wrapped)))
        .map(rows -> rows.rowCount() == 1);
  }

  private static List<Versioned<byte[]>> versions(RowSet<Row> rows) {
    List<Versioned<byte[]>> versions = new ArrayList<>(rows.size());
    for (Row row : rows) {
      versions.add(new Versioned<>(row.getInteger("version"), row.getBuffer("wrapped").getBytes()));
    }
    return versions;
  }
}
