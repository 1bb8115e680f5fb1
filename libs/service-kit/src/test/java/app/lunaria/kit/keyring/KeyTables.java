package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.IndexValue;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.WrappedKey;
import app.lunaria.kit.database.Pipeline;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The tables of the key ring in memory, without transactions: what it writes, and in which order.
 */
final class KeyTables {
  final TreeMap<Integer, OpenEpoch> epochs = new TreeMap<>();
  final Map<KekId, byte[]> keks = new LinkedHashMap<>();
  final Map<KekId, byte[]> backupKeks = new LinkedHashMap<>();
  final Map<RootKeyId, List<Versioned<byte[]>>> rootKeys = new LinkedHashMap<>();
  final Map<SubjectId, KeyRow> rows = new LinkedHashMap<>();
  final Map<DekId, KeyRow> copies = new LinkedHashMap<>();
  final List<IndexValue> erased = new ArrayList<>();
  final List<String> steps = new ArrayList<>();
  final AtomicInteger epochReads = new AtomicInteger();

  /** What the copy does next instead of storing. */
  Optional<RuntimeException> copyFailure = Optional.empty();

  private static <T> Uni<T> later(Supplier<T> answer) {
    return Uni.createFrom().item(answer);
  }

  private StoredKey stored(KeyRow row) {
    return new StoredKey(row, kek(row.kek()));
  }

  private Optional<StoredKek> kek(KekId id) {
    return Optional.ofNullable(keks.get(id))
        .map(wrapped -> new StoredKek(epochs.get(id.epoch()).key(), wrapped));
  }

  final EpochRepository epochRows =
      () ->
          later(
              () -> {
                epochReads.incrementAndGet();
                return Optional.ofNullable(epochs.lastEntry()).map(Map.Entry::getValue);
              });

  final KekRepository kekRows =
      new KekRepository() {
        @Override
        public Uni<Optional<StoredKek>> find(KekId id) {
          steps.add("kek");
          return later(() -> kek(id));
        }

        @Override
        public Uni<Boolean> insert(KekId id, byte[] wrapped, byte[] wrappedBackup) {
          return later(
              () -> {
                backupKeks.putIfAbsent(id, wrappedBackup);
                return keks.putIfAbsent(id, wrapped) == null;
              });
        }
      };

  final RootKeyRepository rootKeyRows =
      new RootKeyRepository() {
        @Override
        public Uni<List<Versioned<byte[]>>> all(RootKeyId id) {
          return later(() -> List.copyOf(rootKeys.getOrDefault(id, List.of())));
        }

        @Override
        public Uni<Boolean> insert(RootKeyId id, int version, byte[] wrapped) {
          return later(
              () -> {
                List<Versioned<byte[]>> all =
                    rootKeys.computeIfAbsent(id, any -> new ArrayList<>());
                return all.stream().noneMatch(one -> one.version() == version)
                    && all.add(new Versioned<>(version, wrapped));
              });
        }
      };

  final SubjectKeyRepository subjectRows =
      new SubjectKeyRepository() {
        @Override
        public Uni<Void> lock(SubjectId subject) {
          return later(() -> steps.add("lock")).replaceWithVoid();
        }

        @Override
        public Uni<Optional<DekId>> held(SubjectId subject, Pipeline pipeline) {
          return later(() -> Optional.ofNullable(rows.get(subject)).map(KeyRow::dekId));
        }

        @Override
        public Uni<Standing> standing(SubjectId subject, List<IndexValue> erasedTags) {
          return later(
              () -> {
                steps.add("standing");
                if (erased.stream().anyMatch(erasedTags::contains)) {
                  return Standing.ERASED;
                }
                return rows.containsKey(subject) ? Standing.HAS_KEY : Standing.FREE;
              });
        }

        @Override
        public Uni<Boolean> holdOpen(int epoch) {
          return later(
              () -> {
                steps.add("epoch");
                return epochs.containsKey(epoch);
              });
        }

        @Override
        public Uni<Void> insert(KeyRow row) {
          return later(
                  () -> {
                    steps.add("row");
                    return rows.put(row.subject(), row);
                  })
              .replaceWithVoid();
        }

        @Override
        public Uni<Optional<StoredKey>> byDekId(DekId dekId) {
          return later(
              () ->
                  rows.values().stream()
                      .filter(row -> row.dekId().equals(dekId))
                      .findFirst()
                      .map(KeyTables.this::stored));
        }

        @Override
        public Uni<Optional<StoredKey>> bySubject(SubjectId subject) {
          return later(() -> Optional.ofNullable(rows.get(subject)).map(KeyTables.this::stored));
        }

        @Override
        public Uni<Void> ifAbsent(SubjectLock lock, DekId dekId, Supplier<Uni<Void>> work) {
          return rows.values().stream().anyMatch(row -> row.dekId().equals(dekId))
              ? Uni.createFrom().voidItem()
              : work.get();
        }
      };

  final KeyCopy copy =
      new KeyCopy() {
        @Override
        public Uni<Void> insert(SubjectId subject, DekId dekId, int epoch, WrappedKey wrapped) {
          if (copyFailure.isPresent()) {
            return Uni.createFrom().failure(copyFailure.get());
          }
          return later(
                  () -> {
                    steps.add("copy");
                    return copies.put(dekId, new KeyRow(subject, dekId, epoch, wrapped));
                  })
              .replaceWithVoid();
        }

        @Override
        public Uni<Optional<SubjectId>> subjectOf(DekId dekId) {
          return later(() -> Optional.ofNullable(copies.get(dekId)).map(KeyRow::subject));
        }

        @Override
        public Uni<Void> delete(DekId dekId) {
          return later(() -> copies.remove(dekId)).replaceWithVoid();
        }
      };
}
