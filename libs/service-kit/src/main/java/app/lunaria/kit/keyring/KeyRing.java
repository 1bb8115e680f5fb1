package app.lunaria.kit.keyring;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.DataKey;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Envelope;
import app.lunaria.envelope.IndexKey;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.IndexValue;
import app.lunaria.envelope.Kek;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.WrapBinding;
import app.lunaria.envelope.WrappedKey;
import app.lunaria.kit.database.Pipeline;
import app.lunaria.kit.keyring.SubjectKeyRepository.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The data keys of persons: made, found and held for a while.
 *
 * <p>Everything that may ask KMS ({@link #prepare}, and {@link #find} and {@link #of} the first
 * time) belongs before the transaction, so that no connection waits for the network; a key found
 * once is found again inside it without a question. All fail with {@link KeyUnavailableException}
 * while KMS is down or refusing and no held key may be used.
 */
@ApplicationScoped
public class KeyRing {
  private final SubjectKeyRepository rows;
  private final KeyCopy copy;
  private final Keks keks;
  private final OpenEpochs epochs;
  private final RootKeys rootKeys;
  private final DataKeyCache cache;
  private final RetiredKeys retired;
  private final KeyringConfig config;
  private final Envelope envelope = new Envelope();

  KeyRing(
      SubjectKeyRepository rows,
      KeyCopy copy,
      Keks keks,
      OpenEpochs epochs,
      RootKeys rootKeys,
      DataKeyCache cache,
      RetiredKeys retired,
      KeyringConfig config) {
    this.rows = rows;
    this.copy = copy;
    this.keks = keks;
    this.epochs = epochs;
    this.rootKeys = rootKeys;
    this.cache = cache;
    this.retired = retired;
    this.config = config;
  }

  /** A fresh key for a person, wrapped under the open epoch. Writes nothing about her. */
  public Uni<NewKey> prepare(SubjectId subject) {
    return rootKeys
        .allIndexVersions(IndexKind.ERASED)
        .map(keys -> erasedTags(keys, subject))
        .flatMap(
            tags ->
                epochs
                    .current()
                    .flatMap(
                        epoch ->
                            keks.forNewKeys(epoch, subject.shard())
                                .map(kek -> fresh(subject, epoch.number(), kek, tags))));
  }

  /**
   * Writes the key of a person, inside the transaction of the caller: under the lock on the
   * subject, unless she was erased or has a key, while the epoch is open, and not before the copy
   * is durable. After a roll-back that is certain {@link #discardCopy} takes the copy away.
   *
   * <p>Fails with {@link ErasedSubjectException}, {@link SubjectHasKeyException} or {@link
   * EpochClosedException}; after the last one the caller prepares another key and tries again.
   */
  public Uni<PersonKey> create(NewKey fresh) {
    KeyRow row = fresh.row();
    return rows.lock(row.subject())
        .flatMap(ignored -> rows.standing(row.subject(), fresh.erasedTags()))
        .invoke(KeyRing::mustBeFree)
        .flatMap(ignored -> rows.holdOpen(row.epoch()))
        .invoke(this::mustBeOpen)
        .flatMap(ignored -> copy.insert(row.subject(), row.dekId(), row.epoch(), row.wrapped()))
        .flatMap(ignored -> rows.insert(row))
        .replaceWith(fresh.key());
  }

  /**
   * Takes the copy of a key away whose creation was rolled back. Looks under the lock on the
   * subject whether the row came to be after all, so it is safe after an uncertain outcome, too.
   * Runs in a transaction of its own: not to be called inside another one.
   */
  public Uni<Void> discardCopy(DekId dekId) {
    return copy.subjectOf(dekId)
        .map(subject -> subject.map(SubjectLock::of).orElseGet(() -> SubjectLock.standIn(dekId)))
        .flatMap(lock -> rows.ifAbsent(lock, dekId, () -> copy.delete(dekId)));
  }

  /**
   * Works with the key of a person that this replica holds, which saves a question before the
   * transaction; if it holds none, or the work finds by {@link #hold} that the key is hers no more,
   * does otherwise.
   *
   * @param work changes nothing where {@link #hold} fails
   */
  public <T> Uni<T> withHeld(
      SubjectId subject, Function<PersonKey, Uni<T>> work, Supplier<Uni<T>> otherwise) {
    return cache
        .find(subject)
        .map(
            key ->
                work.apply(key)
                    .onFailure(KeyGoneException.class)
                    .recoverWithUni(() -> otherwise.get()))
        .orElseGet(otherwise);
  }

  /**
   * Takes the lock on a person, until the transaction ends, and looks under it that the key is hers
   * still. Asks no one but the database; sent at once.
   *
   * @return fails if she has no key any more, or another one, which must roll the transaction back
   */
  public Uni<Void> hold(PersonKey key, Pipeline pipeline) {
    return rows.held(key.subject(), pipeline)
        .invoke(
            dekId -> {
              if (dekId.filter(key.dekId()::equals).isEmpty()) {
                throw new KeyGoneException();
              }
            })
        .replaceWithVoid();
  }

  /** The lock on the subject, held until the transaction of the caller ends. */
  public Uni<Void> lock(SubjectId subject) {
    return rows.lock(subject);
  }

  /**
   * The key that a sealed row names, of the person whose row it is.
   *
   * <p>Fails with {@link DamagedException} if the key is another person's or does not unwrap.
   */
  public Uni<Lookup> find(DekId dekId, SubjectId subject) {
    return Uni.createFrom()
        .deferred(
            () ->
                cache
                    .find(dekId)
                    .map(key -> Uni.createFrom().item(found(mustBeOf(subject, key.subject(), key))))
                    .orElseGet(() -> stored(dekId, subject)));
  }

  /**
   * The key for a sealed document as it stands in its row. Judges the outside of the document
   * before it looks for the key (formats.md section 3): what was cut or carries another header is
   * damaged also where the key is gone.
   *
   * <p>Fails as {@link #find(DekId, SubjectId)}, and with {@link DamagedException} for the bytes.
   */
  public Uni<Lookup> find(Sealed sealed, DekId dekId, SubjectId subject) {
    return Uni.createFrom()
        .deferred(
            () -> {
              envelope.check(sealed, dekId);
              return find(dekId, subject);
            });
  }

  /** The key of a person; empty when she has none (any more). Always looks at the row. */
  public Uni<Optional<PersonKey>> of(SubjectId subject) {
    return rows.bySubject(subject)
        .flatMap(
            row ->
                row.map(there -> opened(there).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Lookup> stored(DekId dekId, SubjectId subject) {
    return rows.byDekId(dekId)
        .flatMap(
            row ->
                row.map(there -> opened(mustBeOf(subject, there.row().subject(), there)))
                    .map(opened -> opened.map(KeyRing::found))
                    .orElseGet(() -> Uni.createFrom().item(new Lookup.Erased())));
  }

  private Uni<PersonKey> opened(StoredKey stored) {
    KeyRow row = stored.row();
    return Uni.createFrom()
        .deferred(
            () ->
                cache
                    .find(row.dekId())
                    .map(key -> Uni.createFrom().item(mustBeOf(row.subject(), key.subject(), key)))
                    .orElseGet(() -> unwrapped(stored)));
  }

  private Uni<PersonKey> unwrapped(StoredKey stored) {
    KeyRow row = stored.row();
    long refusals = cache.refusals();
    return keks.existing(row.kek(), stored.kek())
        .map(kek -> kek.unwrap(row.wrapped(), binding(row.subject(), row.dekId(), row.epoch())))
        .map(key -> cache.keep(person(row.subject(), row.dekId(), key), row.epoch(), refusals));
  }

  private NewKey fresh(SubjectId subject, int epoch, Kek kek, List<IndexValue> erasedTags) {
    DekId dekId = DekId.random();
    DataKey key = DataKey.random();
    retired.retire(key::destroy);
    WrappedKey wrapped = kek.wrap(key, binding(subject, dekId, epoch));
    return new NewKey(
        person(subject, dekId, key), new KeyRow(subject, dekId, epoch, wrapped), erasedTags);
  }

  private PersonKey person(SubjectId subject, DekId dekId, DataKey key) {
    return new PersonKey(subject, dekId, key, envelope, config.env(), config.service());
  }

  private WrapBinding binding(SubjectId subject, DekId dekId, int epoch) {
    return new WrapBinding(config.env(), config.service(), epoch, subject, dekId);
  }

  private void mustBeOpen(boolean open) {
    if (!open) {
      epochs.doubt();
      throw new EpochClosedException();
    }
  }

  private static void mustBeFree(Standing standing) {
    switch (standing) {
      case FREE -> {}
      case HAS_KEY -> throw new SubjectHasKeyException();
      case ERASED -> throw new ErasedSubjectException();
    }
  }

  /** A held key is not the person's any more; never leaves {@link #withHeld}. */
  private static final class KeyGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyGoneException() {
      super("a held key is not the person's any more");
    }
  }

  private static <T> T mustBeOf(SubjectId asked, SubjectId owner, T what) {
    if (!asked.equals(owner)) {
      throw new DamagedException("a row names the key of another person");
    }
    return what;
  }

  private static Lookup found(PersonKey key) {
    return new Lookup.Found(key);
  }

  private static List<IndexValue> erasedTags(List<Versioned<IndexKey>> keys, SubjectId subject) {
    return keys.stream().map(key -> key.value().erased(subject)).toList();
  }
}
