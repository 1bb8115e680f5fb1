package app.lunaria.cycle.imports;

import app.lunaria.kit.idempotency.IdempotentRequests;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes the answers of imports that are kept no longer, once an hour. */
@ApplicationScoped
class EndedAnswers {
  private final IdempotentRequests idempotent;

  EndedAnswers(IdempotentRequests idempotent) {
    this.idempotent = idempotent;
  }

  @Scheduled(identity = "forget-ended-answers", every = "1h", delayed = "5m")
  @WithTransaction
  Uni<Void> forget() {
    return idempotent.forgetEnded().replaceWithVoid();
  }
}
