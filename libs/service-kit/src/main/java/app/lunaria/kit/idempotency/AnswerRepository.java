package app.lunaria.kit.idempotency;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;

/** The rows of stored answers. Every method runs in the transaction of its caller. */
@ApplicationScoped
class AnswerRepository {

  /** A row as it stands. */
  record Row(DekId dekId, Sealed document) {}

  /**
   * The lock on one key of one person until the transaction ends; false if somebody else has it.
   */
  Uni<Boolean> tryLock(byte[] rowId) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                    .setParameter("lock", ByteBuffer.wrap(rowId).getLong())
                    .getSingleResult());
  }

  Uni<Optional<Row>> find(SubjectId subject, byte[] rowId) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select dek_id, document from idempotency_answer"
                            + " where subject = :subject and row_id = :rowId",
                        Object[].class)
                    .setParameter("subject", subject.bytes())
                    .setParameter("rowId", rowId)
                    .getSingleResultOrNull())
        .map(
            columns ->
                Optional.ofNullable(columns)
                    .map(row -> new Row(DekId.of((byte[]) row[0]), Sealed.of((byte[]) row[1]))));
  }

  Uni<Void> insert(PersonKey key, byte[] rowId, Sealed document, LocalDate lastDay) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "insert into idempotency_answer (subject, row_id, dek_id, document, last_day)"
                            + " values (:subject, :rowId, :dekId, :document, :lastDay)")
                    .setParameter("subject", key.subject().bytes())
                    .setParameter("rowId", rowId)
                    .setParameter("dekId", key.dekId().bytes())
                    .setParameter("document", document.bytes())
                    .setParameter("lastDay", lastDay)
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Void> delete(SubjectId subject, byte[] rowId) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "delete from idempotency_answer"
                            + " where subject = :subject and row_id = :rowId")
                    .setParameter("subject", subject.bytes())
                    .setParameter("rowId", rowId)
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Integer> deleteEndedBefore(LocalDate day) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery("delete from idempotency_answer where last_day < :day")
                    .setParameter("day", day)
                    .executeUpdate());
  }
}
