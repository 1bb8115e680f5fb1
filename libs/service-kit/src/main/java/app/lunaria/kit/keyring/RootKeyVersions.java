package app.lunaria.kit.keyring;

import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyContext;
import app.lunaria.envelope.kms.KeyManagement;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The root keys as they are stored. The first version of a key is made when nobody has it yet;
 * which of several makers wins is decided by the row.
 */
@Singleton
class RootKeyVersions {
  private static final int FIRST = 1;

  private final RootKeyRepository rows;
  private final KeyManagement kms;
  private final KeyringConfig config;

  RootKeyVersions(RootKeyRepository rows, KeyManagement kms, KeyringConfig config) {
    this.rows = rows;
    this.kms = kms;
    this.config = config;
  }

  /** All versions, the newest first; makes the first one from 32 bytes of KMS. */
  Uni<List<Versioned<KeyMaterial>>> openedOrGenerated(RootKeyId id) {
    return openedOrMade(
        id, context -> CallersContext.here(() -> kms.generate(config.keys().rootKey(), context)));
  }

  /** All versions, the newest first; makes the first one from material of our own. */
  Uni<List<Versioned<KeyMaterial>>> openedOrEncrypted(RootKeyId id, Uni<KeyMaterial> fresh) {
    return openedOrMade(id, context -> fresh.flatMap(material -> encrypted(context, material)));
  }

  private Uni<List<Versioned<KeyMaterial>>> openedOrMade(
      RootKeyId id, Function<KeyContext, Uni<GeneratedKey>> maker) {
    return rows.all(id).flatMap(stored -> stored.isEmpty() ? made(id, maker) : opened(id, stored));
  }

  private Uni<List<Versioned<KeyMaterial>>> made(
      RootKeyId id, Function<KeyContext, Uni<GeneratedKey>> maker) {
    return maker
        .apply(context(id, FIRST))
        .flatMap(
            fresh ->
                rows.insert(id, FIRST, fresh.ciphertext())
                    .onFailure()
                    .invoke(() -> fresh.material().destroy())
                    .flatMap(
                        won ->
                            won
                                ? Uni.createFrom()
                                    .item(List.of(new Versioned<>(FIRST, fresh.material())))
                                : theOthers(id, fresh)));
  }

  private Uni<List<Versioned<KeyMaterial>>> theOthers(RootKeyId id, GeneratedKey ours) {
    ours.material().destroy();
    return rows.all(id).flatMap(stored -> opened(id, stored));
  }

  private Uni<GeneratedKey> encrypted(KeyContext context, KeyMaterial material) {
    return CallersContext.here(() -> kms.encrypt(config.keys().rootKey(), context, material))
        .map(wrapped -> new GeneratedKey(material, wrapped))
        .onFailure()
        .invoke(material::destroy);
  }

  private Uni<List<Versioned<KeyMaterial>>> opened(RootKeyId id, List<Versioned<byte[]>> stored) {
    List<Versioned<KeyMaterial>> opened = new ArrayList<>();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Versioned<byte[]> row : newestFirst(stored)) {
      all = all.chain(() -> opened(id, row)).invoke(opened::add).replaceWithVoid();
    }
    return all.map(ignored -> List.copyOf(opened));
  }

  private Uni<Versioned<KeyMaterial>> opened(RootKeyId id, Versioned<byte[]> row) {
    KeyContext context = context(id, row.version());
    return CallersContext.here(() -> kms.decrypt(config.keys().rootKey(), context, row.value()))
        .map(material -> new Versioned<>(row.version(), material));
  }

  private KeyContext context(RootKeyId id, int version) {
    return KeyContext.root(config.service(), config.env(), id.purpose().text(), id.name(), version);
  }

  private static List<Versioned<byte[]>> newestFirst(List<Versioned<byte[]>> stored) {
    return stored.stream()
        .sorted(Comparator.<Versioned<byte[]>>comparingInt(Versioned::version).reversed())
        .toList();
  }
}
