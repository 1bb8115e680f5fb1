package app.lunaria.user.consent;

import app.lunaria.envelope.SubjectId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The consent table. Every method runs in the transaction or session of its caller. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<SealedConsent, byte[]> {

  Uni<List<SealedConsent>> of(SubjectId subject) {
    return list("subject", (Object) subject.bytes());
  }
}
