package app.lunaria.kit.caller.proof;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Empties the two tables of spent proofs in turn ({@link SpentProofTable}). Every replica does it;
 * once more does no harm.
 */
@ApplicationScoped
public class SpentProofs {
  private static final Logger LOG = Logger.getLogger(SpentProofs.class);

  private final Pool pool;
  private final Clock clock;

  SpentProofs(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Scheduled(
      identity = "spent-proofs",
      every = "60s",
      delayed = "60s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> emptyNow() {
    return emptyAt(clock.instant())
        .onFailure()
        .invoke(failure -> LOG.warn("spent proofs were not cleared; the next minute tries again"))
        .onFailure()
        .recoverWithNull();
  }

  /**
   * Empties the table whose proofs do not count any more at this moment, if there is one; in two
   * minutes of five there is. Fails when the database is away, or somebody reads the table just
   * now.
   */
  public Uni<Void> emptyAt(Instant now) {
    return SpentProofTable.emptiedAt(now)
        .map(table -> pool.withTransaction(connection -> empty(table, connection)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** Never waits long for the lock: what waits behind it would be requests. */
  private static Uni<Void> empty(SpentProofTable table, SqlConnection connection) {
    return connection
        .query("set local lock_timeout = '1s'")
        .execute()
        .chain(() -> connection.query("truncate " + table.table()).execute())
        .replaceWithVoid();
  }
}
