package app.lunaria.kit.keyring;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.signature.Signatures;
import app.lunaria.kit.MovableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;

/** One replica of a service over the tables and accounts that its replicas share. */
final class Service {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** What all replicas share. */
  record Shared(
      KeyTables tables,
      WatchedKeyManagement primary,
      WatchedKeyManagement backup,
      KeyArn rootKey,
      MovableClock clock) {

    static Shared withOpenEpoch() {
      Shared shared = empty();
      shared.open(2968);
      return shared;
    }

    static Shared empty() {
      WatchedKeyManagement primary = new WatchedKeyManagement("111111111111");
      return new Shared(
          new KeyTables(),
          primary,
          new WatchedKeyManagement("222222222222"),
          primary.kms().newKey(),
          new MovableClock());
    }

    void open(int epoch) {
      tables.epochs.put(epoch, new OpenEpoch(epoch, primary.kms().newKey(), backup.kms().newKey()));
    }

    Service replica() {
      return new Service(this);
    }
  }

  final KeyRing ring;
  final RootKeys rootKeys;
  final Keks keks;
  final DataKeyCache cache;
  final KeyringUpkeep upkeep;
  final KeyringReadiness readiness;
  final KeyringConfig config;

  private Service(Shared shared) {
    config = config(shared.rootKey());
    RetiredKeys retired = new RetiredKeys(shared.clock());
    OpenEpochs epochs = new OpenEpochs(shared.tables().epochRows, shared.clock());
    cache = new DataKeyCache(retired, shared.clock());
    keks =
        new Keks(
            shared.tables().kekRows,
            epochs,
            shared.primary(),
            shared.backup(),
            config,
            cache,
            retired,
            shared.clock());
    rootKeys =
        new RootKeys(
            new RootKeyVersions(shared.tables().rootKeyRows, shared.primary(), config),
            config,
            retired,
            shared.clock(),
            Signatures.ofJdk());
    ring =
        new KeyRing(
            shared.tables().subjectRows,
            shared.tables().copy,
            keks,
            epochs,
            rootKeys,
            cache,
            retired,
            config);
    upkeep = new KeyringUpkeep(cache, keks, rootKeys, epochs, retired);
    readiness = new KeyringReadiness(epochs, rootKeys, keks, shared.clock());
  }

  static KeyringConfig config(KeyArn rootKey) {
    KeyringConfig.Keys keys =
        new KeyringConfig.Keys() {
          @Override
          public KeyArn rootKey() {
            return rootKey;
          }

          @Override
          public Set<RootPurpose> needed() {
            return Set.of(RootPurpose.PAIRWISE, RootPurpose.INDEX_ERASED);
          }

          @Override
          public boolean openFirstEpoch() {
            return false;
          }

          @Override
          public boolean fromStart() {
            return true;
          }
        };
    return new KeyringConfig() {
      @Override
      public Environment env() {
        return Environment.TEST;
      }

      @Override
      public ServiceName service() {
        return ServiceName.USER;
      }

      @Override
      public Keys keys() {
        return keys;
      }
    };
  }

  /** Gives a person her key. */
  PersonKey join(SubjectId subject) {
    return await(ring.prepare(subject).flatMap(ring::create));
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(LIMIT);
  }

  /** A person of a shard. */
  static SubjectId person(int number, int shard) {
    byte[] subject = new byte[32];
    subject[0] = (byte) shard;
    subject[30] = (byte) (number >> 8);
    subject[31] = (byte) number;
    subject[1] = 1;
    return SubjectId.of(subject);
  }
}
