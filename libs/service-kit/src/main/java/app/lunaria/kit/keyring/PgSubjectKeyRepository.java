package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.IndexValue;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.WrappedKey;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.kit.database.Pipeline;
import app.lunaria.kit.database.Statement;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

@Singleton
class PgSubjectKeyRepository implements SubjectKeyRepository {
  private static final String ROW =
      "select k.subject, k.dek_id, k.epoch, k.wrapped, e.key_arn, kek.wrapped as kek"
          + " from subject_key k"
          + " left join kek on kek.epoch = k.epoch and kek.shard = (get_byte(k.subject, 0) & 15)"
          + " left join key_epoch e on e.epoch = kek.epoch"
          + " where k.";
  private static final String BY_SUBJECT = ROW + "subject = :subject";
  private static final String LOCK = "select cast(pg_advisory_xact_lock(:lock) as text)";
  private static final Statement PIPELINED_BY_SUBJECT = Statement.of(BY_SUBJECT, "subject");
  private static final Statement PIPELINED_LOCK = Statement.of(LOCK, "lock");

  private final Pool pool;

  PgSubjectKeyRepository(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Void> lock(SubjectId subject) {
    return Panache.getSession()
        .invoke(PgSubjectKeyRepository::mustBeInTransaction)
        .flatMap(session -> lock(session, SubjectLock.of(subject)));
  }

  private static Uni<Void> lock(Mutiny.Session session, SubjectLock lock) {
    return session
        .createNativeQuery(LOCK, String.class)
        .setParameter("lock", lock.number())
        .getSingleResult()
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<DekId>> held(SubjectId subject, Pipeline pipeline) {
    Uni<?> locked = pipeline.send(PIPELINED_LOCK, SubjectLock.of(subject).number());
    Uni<Optional<DekId>> dekId =
        pipeline
            .send(PIPELINED_BY_SUBJECT, (Object) subject.bytes())
            .map(PgSubjectKeyRepository::dekId);
    return locked.chain(() -> dekId);
  }

  private static Optional<DekId> dekId(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(DekId.of(rows.iterator().next().getBuffer("dek_id").getBytes()));
  }

  @Override
  public Uni<Standing> standing(SubjectId subject, List<IndexValue> erasedTags) {
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(
                        "select case when exists(select 1 from erased_subject where tag in (:tags))"
                            + " then 'ERASED'"
                            + " when exists(select 1 from subject_key where subject = :subject)"
                            + " then 'HAS_KEY' else 'FREE' end",
                        String.class)
                    .setParameter("tags", erasedTags.stream().map(IndexValue::bytes).toList())
                    .setParameter("subject", subject.bytes())
                    .getSingleResult())
        .map(Standing::valueOf);
  }

  @Override
  public Uni<Boolean> holdOpen(int epoch) {
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(
                        "select state from key_epoch where epoch = :epoch for share", String.class)
                    .setParameter("epoch", epoch)
                    .getSingleResultOrNull())
        .map("open"::equals);
  }

  @Override
  public Uni<Void> insert(KeyRow row) {
    return Panache.getSession()
        .flatMap(
            session ->
                session
                    .createNativeQuery(
                        "insert into subject_key (subject, dek_id, epoch, wrapped)"
                            + " values (:subject, :dekId, :epoch, :wrapped)")
                    .setParameter("subject", row.subject().bytes())
                    .setParameter("dekId", row.dekId().bytes())
                    .setParameter("epoch", row.epoch())
                    .setParameter("wrapped", row.wrapped().bytes())
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<StoredKey>> byDekId(DekId dekId) {
    return row(ROW + "dek_id = :dekId", "dekId", dekId.bytes());
  }

  @Override
  public Uni<Optional<StoredKey>> bySubject(SubjectId subject) {
    return row(BY_SUBJECT, "subject", subject.bytes());
  }

  @Override
  public Uni<Void> ifAbsent(SubjectLock lock, DekId dekId, Supplier<Uni<Void>> work) {
    return pool.withTransaction(
        connection ->
            lock(connection, lock)
                .flatMap(ignored -> exists(connection, dekId))
                .flatMap(there -> there ? Uni.createFrom().voidItem() : work.get()));
  }

  private static Uni<?> lock(SqlConnection connection, SubjectLock lock) {
    return connection
        .preparedQuery("select cast(pg_advisory_xact_lock($1) as text)")
        .execute(Tuple.of(lock.number()));
  }

  private static Uni<Boolean> exists(SqlConnection connection, DekId dekId) {
    return connection
        .preparedQuery("select 1 from subject_key where dek_id = $1")
        .execute(Tuple.of(Buffer.buffer(dekId.bytes())))
        .map(rows -> rows.size() > 0);
  }

  private static Uni<Optional<StoredKey>> row(String query, String name, byte[] value) {
    return Panache.withSession(
            () ->
                Panache.getSession()
                    .flatMap(
                        session ->
                            session
                                .createNativeQuery(query, Object[].class)
                                .setParameter(name, value)
                                .getSingleResultOrNull()))
        .map(columns -> Optional.ofNullable(columns).map(PgSubjectKeyRepository::row));
  }

  private static StoredKey row(Object[] columns) {
    KeyRow row =
        new KeyRow(
            SubjectId.of((byte[]) columns[0]),
            DekId.of((byte[]) columns[1]),
            (Integer) columns[2],
            WrappedKey.of((byte[]) columns[3]));
    return new StoredKey(row, kek((String) columns[4], (byte[]) columns[5]));
  }

  private static Optional<StoredKek> kek(@Nullable String keyArn, byte @Nullable [] wrapped) {
    return keyArn == null || wrapped == null
        ? Optional.empty()
        : Optional.of(new StoredKek(new KeyArn(keyArn), wrapped));
  }

  private static void mustBeInTransaction(Mutiny.Session session) {
    if (session.currentTransaction() == null) {
      throw new IllegalStateException("the lock on a subject needs a transaction");
    }
  }
}
