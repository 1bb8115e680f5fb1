package app.lunaria.kit.keyring;

import static app.lunaria.kit.keyring.Service.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.kit.keyring.Service.Shared;
import app.lunaria.kit.logging.JsonLogging;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Handler;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;

class EpochsTest {
  private final Shared shared = Shared.empty();
  private final KeyTables tables = shared.tables();

  @Test
  void theFirstEpochIsTheWeekSinceTheBeginningOfUnixTime() {
    int epoch = await(epochs(ledger()).openFirst());

    assertThat(epoch).isEqualTo(20_781 / 7).isEqualTo(2968);
    assertThat(tables.epochs).containsOnlyKeys(2968);
  }

  @Test
  void itHasAKeyInBothAccounts() {
    await(epochs(ledger()).openFirst());

    OpenEpoch epoch = tables.epochs.get(2968);
    assertThat(epoch.key().text()).contains(":111111111111:");
    assertThat(epoch.backupKey().text()).contains(":222222222222:");
  }

  @Test
  void aSecondRunChangesNothing() {
    await(epochs(ledger()).openFirst());
    shared.primary().forgetCalls();

    assertThat(await(epochs(ledger()).openFirst())).isEqualTo(2968);

    assertThat(shared.primary().calls()).isEmpty();
  }

  @Test
  void anOpenEpochOfAnotherWeekIsTheFirstOne() {
    shared.open(2960);

    assertThat(await(epochs(ledger()).openFirst())).isEqualTo(2960);
  }

  @Test
  void ofTwoRunsOneWins() {
    EpochLedger slow =
        new EpochLedger() {
          private boolean first = true;

          @Override
          public Optional<Integer> open() {
            if (first) {
              first = false;
              return Optional.empty();
            }
            return ledger().open();
          }

          @Override
          public boolean insert(OpenEpoch epoch) {
            return ledger().insert(epoch);
          }
        };
    await(epochs(ledger()).openFirst());
    OpenEpoch winner = tables.epochs.get(2968);

    String log = logOf(() -> assertThat(await(epochs(slow).openFirst())).isEqualTo(2968));

    assertThat(tables.epochs.get(2968)).isEqualTo(winner);
    assertThat(log)
        .contains("\"keyArn\":\"arn:aws:kms:")
        .contains(":111111111111:key/")
        .contains(":222222222222:key/")
        .doesNotContain(winner.key().text());
  }

  @Test
  void withoutTheBackupAccountNoEpochIsOpened() {
    shared.backup().kms().down();

    assertThatThrownBy(() -> await(epochs(ledger()).openFirst()))
        .isInstanceOf(KeyUnavailableException.class);
    assertThat(tables.epochs).isEmpty();
  }

  /** What an operator would read; nothing else names the keys of a lost race. */
  private static String logOf(Runnable work) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Handler handler = JsonLogging.handler(lines);
    Logger logger = LogContext.getLogContext().getLogger(Epochs.class.getName());
    logger.addHandler(handler);
    try {
      work.run();
    } finally {
      logger.removeHandler(handler);
    }
    return lines.toString(StandardCharsets.US_ASCII);
  }

  private Epochs epochs(EpochLedger ledger) {
    return new Epochs(
        ledger,
        shared.primary(),
        shared.backup(),
        Service.config(shared.rootKey()),
        shared.clock());
  }

  private EpochLedger ledger() {
    return new EpochLedger() {
      @Override
      public Optional<Integer> open() {
        return Optional.ofNullable(tables.epochs.lastEntry()).map(java.util.Map.Entry::getKey);
      }

      @Override
      public boolean insert(OpenEpoch epoch) {
        return tables.epochs.putIfAbsent(epoch.number(), epoch) == null;
      }
    };
  }
}
