package app.lunaria.kit.keyring;

import app.lunaria.envelope.Kek;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyContext;
import app.lunaria.envelope.kms.KeyManagement;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The key-encryption keys: 16 an epoch, each made when it is first needed, under the epoch key of
 * both accounts. A refusal takes the whole epoch along, with every data key under it.
 */
@Singleton
class Keks {
  private static final Logger LOG = Logger.getLogger(Keks.class);

  /** Three epochs live at a time, of 16 shards each; the rest is room. */
  private static final int BOUND = 128;

  private final KekRepository rows;
  private final OpenEpochs epochs;
  private final KeyManagement primary;
  private final KeyManagement backup;
  private final KeyringConfig config;
  private final UnwrappedKeys<KekId, Kek> unwrapped;
  private final DataKeyCache dataKeys;

  Keks(
      KekRepository rows,
      OpenEpochs epochs,
      KeyManagement primary,
      @BackupAccount KeyManagement backup,
      KeyringConfig config,
      DataKeyCache dataKeys,
      RetiredKeys retired,
      Clock clock) {
    this.rows = rows;
    this.epochs = epochs;
    this.primary = primary;
    this.backup = backup;
    this.config = config;
    this.dataKeys = dataKeys;
    this.unwrapped = new UnwrappedKeys<>(clock, BOUND, retired, Kek::destroy, this::refused);
  }

  /**
   * The key that opens what is stored, from its row: asks no database. Unavailable if the row is
   * gone, also while the key itself is still held: what it wraps is about to be lost.
   */
  Uni<Kek> existing(KekId id, Optional<StoredKek> row) {
    return row.map(there -> unwrapped.get(id, () -> opened(id, there)))
        .orElseGet(() -> Uni.createFrom().failure(Keks::gone));
  }

  /** The key for new data keys, made if the shard has none in this epoch. */
  Uni<Kek> forNewKeys(OpenEpoch epoch, int shard) {
    KekId id = new KekId(epoch.number(), shard);
    return unwrapped.get(id, () -> storedOrMade(id, epoch));
  }

  boolean refusing() {
    return unwrapped.refusing();
  }

  /** Tries those that were refused once more, as their rows are now. */
  Uni<Void> retryRefused() {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (KekId id : unwrapped.refused()) {
      all = all.chain(() -> rows.find(id)).chain(row -> retry(id, row)).replaceWithVoid();
    }
    return all;
  }

  private Uni<?> retry(KekId id, Optional<StoredKek> row) {
    return row.isPresent()
        ? existing(id, row)
        : epochs.current().flatMap(epoch -> retryMaking(id, epoch));
  }

  /** One that was never made is needed only while its epoch is open. */
  private Uni<?> retryMaking(KekId id, OpenEpoch epoch) {
    if (epoch.number() == id.epoch()) {
      return forNewKeys(epoch, id.shard());
    }
    unwrapped.acquit(id);
    return Uni.createFrom().voidItem();
  }

  void sweep() {
    unwrapped.sweep();
  }

  private Uni<Kek> storedOrMade(KekId id, OpenEpoch epoch) {
    return rows.find(id)
        .flatMap(row -> row.map(there -> opened(id, there)).orElseGet(() -> made(id, epoch)));
  }

  private Uni<Kek> opened(KekId id, StoredKek row) {
    return CallersContext.here(() -> primary.decrypt(row.key(), context(id), row.wrapped()))
        .map(Kek::of);
  }

  private Uni<Kek> made(KekId id, OpenEpoch epoch) {
    return CallersContext.here(() -> primary.generate(epoch.key(), context(id)))
        .flatMap(
            fresh -> kept(id, epoch, fresh).onFailure().invoke(() -> fresh.material().destroy()));
  }

  private Uni<Kek> kept(KekId id, OpenEpoch epoch, GeneratedKey fresh) {
    KeyMaterial material = fresh.material();
    return CallersContext.here(() -> backup.encrypt(epoch.backupKey(), context(id), material))
        .flatMap(second -> rows.insert(id, fresh.ciphertext(), second))
        .flatMap(won -> won ? Uni.createFrom().item(Kek.of(material)) : theOther(id, material));
  }

  /** Another replica was faster: its key counts. */
  private Uni<Kek> theOther(KekId id, KeyMaterial ours) {
    ours.destroy();
    return rows.find(id).map(row -> row.orElseThrow(Keks::gone)).flatMap(row -> opened(id, row));
  }

  private KeyContext context(KekId id) {
    return KeyContext.kek(config.service(), config.env(), id.epoch(), id.shard());
  }

  private static KeyUnavailableException gone() {
    LOG.error("the row of a key-encryption key is gone");
    return new KeyUnavailableException(Reason.REFUSED, "the row of a key-encryption key is gone");
  }

  private void refused(KekId id) {
    unwrapped.forget(other -> other.epoch() == id.epoch());
    dataKeys.refused(id.epoch());
  }
}
