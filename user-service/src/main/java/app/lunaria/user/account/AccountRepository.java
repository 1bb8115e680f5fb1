package app.lunaria.user.account;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.IndexValue;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.keyring.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The account table. Every method runs in the transaction or session of its caller. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<SealedAccount, byte[]> {

  Uni<Optional<SealedAccount>> bySubject(SubjectId subject) {
    return find("subject", (Object) subject.bytes()).firstResult().map(Optional::ofNullable);
  }

  /** Looks the address up under every key version still in use. */
  Uni<Optional<SealedAccount>> byEmail(List<IndexValue> values) {
    return find("emailIndex in ?1", values.stream().map(IndexValue::bytes).toList())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /**
   * Holds the address until the end of the transaction, so that uniqueness over all key versions
   * can be checked.
   */
  Uni<Void> lock(IndexValue newest) {
    return session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(:lock) as text)", String.class)
                    .setParameter("lock", ByteBuffer.wrap(newest.bytes()).getLong())
                    .getSingleResult())
        .replaceWithVoid();
  }

  /** Inserts the row unless the address has one; says whether it did. */
  Uni<Boolean> insertIfFree(
      SubjectId subject, Versioned<IndexValue> email, DekId dekId, Sealed document) {
    return session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "insert into account (subject, email_index, email_index_version, dek_id, document)"
                            + " values (:subject, :email, :version, :dekId, :document)"
                            + " on conflict (email_index) do nothing")
                    .setParameter("subject", subject.bytes())
                    .setParameter("email", email.value().bytes())
                    .setParameter("version", email.version())
                    .setParameter("dekId", dekId.bytes())
                    .setParameter("document", document.bytes())
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  private static Uni<Mutiny.Session> session() {
    return Panache.getSession();
  }
}
