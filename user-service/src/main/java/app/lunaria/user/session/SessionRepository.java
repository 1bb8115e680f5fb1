package app.lunaria.user.session;

import app.lunaria.envelope.RefreshToken;
import app.lunaria.envelope.SubjectId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The session table. Every method runs in the transaction of its caller. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<SealedSession, byte[]> {

  /**
   * Whose token it is; reads the column alone, so that the row can be loaded afresh under the lock.
   */
  Uni<Optional<SubjectId>> subjectOf(RefreshToken token) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select subject from session where token_hash = :hash", byte[].class)
                    .setParameter("hash", token.hash())
                    .getSingleResultOrNull())
        .map(subject -> Optional.ofNullable(subject).map(SubjectId::of));
  }

  Uni<Optional<SealedSession>> byToken(RefreshToken token) {
    return find("tokenHash", (Object) token.hash()).firstResult().map(Optional::ofNullable);
  }

  Uni<List<SealedSession>> of(SubjectId subject) {
    return list("subject", (Object) subject.bytes());
  }

  Uni<Long> deleteExpiredBefore(LocalDate day) {
    return delete("expiresOn < ?1", day);
  }
}
