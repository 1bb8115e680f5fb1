package app.lunaria.user.session;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Deletes the rows of refresh tokens that have expired, once an hour. */
@ApplicationScoped
class ExpiredSessions {
  private final Sessions sessions;
  private final Clock clock;

  ExpiredSessions(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Scheduled(identity = "forget-expired-sessions", every = "1h", delayed = "5m")
  @WithTransaction
  Uni<Void> forget() {
    return sessions
        .forgetExpired(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        .replaceWithVoid();
  }
}
