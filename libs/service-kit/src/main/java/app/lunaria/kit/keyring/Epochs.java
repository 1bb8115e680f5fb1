package app.lunaria.kit.keyring;

import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyManagement;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Opens epochs, as the epoch identity: with the right to create KMS keys in both accounts, and to
 * write {@code key_epoch}. A service at work has neither.
 */
@ApplicationScoped
public class Epochs {
  private static final Logger LOG = Logger.getLogger(Epochs.class);
  private static final int DAYS = 7;

  private final EpochLedger ledger;
  private final KeyManagement primary;
  private final KeyManagement backup;
  private final KeyringConfig config;
  private final Clock clock;

  Epochs(
      EpochLedger ledger,
      KeyManagement primary,
      @BackupAccount KeyManagement backup,
      KeyringConfig config,
      Clock clock) {
    this.ledger = ledger;
    this.primary = primary;
    this.backup = backup;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Opens the epoch of today unless one is open, and gives the number of the open one. Running it
   * again changes nothing; of two runs at a time one wins, and the KMS keys of the other are named
   * in the log, since nothing else names them.
   */
  public Uni<Integer> openFirst() {
    return onWorker(ledger::open)
        .flatMap(
            open ->
                open.map(epoch -> Uni.createFrom().item(epoch)).orElseGet(() -> opened(today())));
  }

  /** floor(UTC epoch day / 7). */
  private int today() {
    return Math.toIntExact(
        Math.floorDiv(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay(), DAYS));
  }

  private Uni<Integer> opened(int epoch) {
    return created(primary, epoch)
        .flatMap(
            key ->
                created(backup, epoch)
                    .onFailure()
                    .invoke(() -> unnamed(key))
                    .map(second -> new OpenEpoch(epoch, key, second)))
        .flatMap(this::written);
  }

  private Uni<KeyArn> created(KeyManagement account, int epoch) {
    return CallersContext.here(() -> account.createKey(config.service(), config.env(), epoch));
  }

  private Uni<Integer> written(OpenEpoch epoch) {
    return onWorker(() -> ledger.insert(epoch))
        .onFailure()
        .invoke(() -> report(false, epoch))
        .invoke(won -> report(won, epoch))
        .flatMap(ignored -> onWorker(ledger::open))
        .map(open -> open.orElseThrow(Epochs::closedAlready));
  }

  private static void report(boolean won, OpenEpoch epoch) {
    if (won) {
      LOG.info("the first epoch is open");
    } else {
      unnamed(epoch.key());
      unnamed(epoch.backupKey());
    }
  }

  /** As a field of its own: a message is a constant, and what is formatted into it is left out. */
  private static void unnamed(KeyArn key) {
    MDC.put("keyArn", key.text());
    try {
      LOG.warn("a KMS key was created and its epoch has no row with it");
    } finally {
      MDC.remove("keyArn");
    }
  }

  private static IllegalStateException closedAlready() {
    return new IllegalStateException("the epoch of today was closed before, and none is open");
  }

  private static <T> Uni<T> onWorker(Supplier<T> blocking) {
    return Uni.createFrom().item(blocking).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
