package app.lunaria.kit.keyring;

import app.lunaria.envelope.IndexKey;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.PairwiseKey;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.TokenKey;
import app.lunaria.envelope.signature.Signatures;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The keys of the service that outlive the epochs: made on first use, versioned, held like the
 * key-encryption keys. All fail with {@link KeyUnavailableException} while KMS is down or refusing
 * and no held key may be used. To be asked before the transaction, as in {@link KeyRing}.
 */
@ApplicationScoped
public class RootKeys {
  private static final int BOUND = 16;
  private static final RootKeyId TOKEN = new RootKeyId(RootPurpose.TOKEN, "");

  /** Early enough that a request never finds one that is not fresh. */
  private static final Duration RENEWAL = UnwrappedKeys.FRESH.minusMinutes(1);

  private final RootKeyVersions versions;
  private final KeyringConfig config;
  private final Signatures signatures;
  private final UnwrappedKeys<RootKeyId, List<Versioned<PairwiseKey>>> pairwise;
  private final UnwrappedKeys<IndexKind, List<Versioned<IndexKey>>> index;
  private final UnwrappedKeys<RootKeyId, List<Versioned<TokenKey>>> token;

  RootKeys(
      RootKeyVersions versions,
      KeyringConfig config,
      RetiredKeys retired,
      Clock clock,
      Signatures signatures) {
    this.versions = versions;
    this.config = config;
    this.signatures = signatures;
    this.pairwise =
        new UnwrappedKeys<>(clock, BOUND, retired, each(PairwiseKey::destroy), this::refused);
    this.index = new UnwrappedKeys<>(clock, BOUND, retired, each(IndexKey::destroy), this::refused);
    this.token = new UnwrappedKeys<>(clock, BOUND, retired, each(key -> {}), this::refused);
  }

  /** The key behind the pseudonyms at one service; it has one version for ever. */
  public Uni<PairwiseKey> pairwise(ServiceName of) {
    RootKeyId id = new RootKeyId(RootPurpose.PAIRWISE, of.text());
    return pairwise.get(id, () -> pairwiseKeys(id)).map(all -> all.getFirst().value());
  }

  /** The newest version, for what is written now. */
  public Uni<Versioned<IndexKey>> index(IndexKind kind) {
    return allIndexVersions(kind).map(List::getFirst);
  }

  /** Every version still in use, the newest first: look-ups try them all. */
  public Uni<List<Versioned<IndexKey>>> allIndexVersions(IndexKind kind) {
    return index.get(kind, () -> indexKeys(kind));
  }

  /** The newest key that signs access tokens. */
  public Uni<Versioned<TokenKey>> token() {
    return allTokenVersions().map(List::getFirst);
  }

  /** Every version whose tokens are still accepted, the newest first. */
  public Uni<List<Versioned<TokenKey>>> allTokenVersions() {
    return token.get(TOKEN, () -> tokenKeys(TOKEN));
  }

  private Uni<List<Versioned<PairwiseKey>>> pairwiseKeys(RootKeyId id) {
    return versions.openedOrGenerated(id).map(all -> typed(all, PairwiseKey::of));
  }

  private Uni<List<Versioned<IndexKey>>> indexKeys(IndexKind kind) {
    return versions
        .openedOrGenerated(new RootKeyId(purpose(kind), ""))
        .map(all -> typed(all, key -> index(kind, key)));
  }

  private Uni<List<Versioned<TokenKey>>> tokenKeys(RootKeyId id) {
    return versions.openedOrEncrypted(id, newToken()).map(all -> typed(all, TokenKey::of));
  }

  /** Loads the keys that the service needs to be ready, or makes them; all at the same time. */
  Uni<Void> warm() {
    List<Uni<Void>> needed =
        config.keys().needed().stream().map(purpose -> warm(purpose).replaceWithVoid()).toList();
    return needed.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(needed).andCollectFailures().replaceWithVoid();
  }

  /** Whether all keys that the service needs are at hand, be it only while KMS is down. */
  boolean holdsNeeded() {
    return config.keys().needed().stream().allMatch(this::holds);
  }

  boolean refusing() {
    return pairwise.refusing() || index.refusing() || token.refusing();
  }

  /** Tries those that were refused once more. */
  Uni<Void> retryRefused() {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (RootKeyId id : pairwise.refused()) {
      all = all.chain(() -> pairwise.get(id, () -> pairwiseKeys(id))).replaceWithVoid();
    }
    for (IndexKind kind : index.refused()) {
      all = all.chain(() -> allIndexVersions(kind)).replaceWithVoid();
    }
    return token.refused().isEmpty() ? all : all.chain(this::token).replaceWithVoid();
  }

  /** Loads what is soon not fresh any more, before a request has to. */
  void renew() {
    pairwise.renew(RENEWAL, this::pairwiseKeys);
    index.renew(RENEWAL, this::indexKeys);
    token.renew(RENEWAL, this::tokenKeys);
  }

  void sweep() {
    pairwise.sweep();
    index.sweep();
    token.sweep();
  }

  private Uni<?> warm(RootPurpose purpose) {
    return switch (purpose) {
      case PAIRWISE -> pairwise(config.service());
      case INDEX_EMAIL -> index(IndexKind.EMAIL);
      case INDEX_DPOP -> index(IndexKind.DPOP);
      case INDEX_ERASED -> index(IndexKind.ERASED);
      case TOKEN -> token();
    };
  }

  private boolean holds(RootPurpose purpose) {
    return switch (purpose) {
      case PAIRWISE -> pairwise.holds(new RootKeyId(purpose, config.service().text()));
      case INDEX_EMAIL -> index.holds(IndexKind.EMAIL);
      case INDEX_DPOP -> index.holds(IndexKind.DPOP);
      case INDEX_ERASED -> index.holds(IndexKind.ERASED);
      case TOKEN -> token.holds(TOKEN);
    };
  }

  /** All root keys stand under one KMS key: what is refused for one is refused for all. */
  private void refused(Object ignored) {
    pairwise.forget(any -> true);
    index.forget(any -> true);
    token.forget(any -> true);
  }

  private IndexKey index(IndexKind kind, KeyMaterial material) {
    return IndexKey.of(kind, config.env(), config.service(), material);
  }

  /** Off the event loop: drawing an RSA key takes some hundred milliseconds. */
  private Uni<KeyMaterial> newToken() {
    return Uni.createFrom()
        .item(() -> TokenKey.newMaterial(signatures))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static RootPurpose purpose(IndexKind kind) {
    return switch (kind) {
      case EMAIL -> RootPurpose.INDEX_EMAIL;
      case DPOP -> RootPurpose.INDEX_DPOP;
      case ERASED -> RootPurpose.INDEX_ERASED;
    };
  }

  private static <T> List<Versioned<T>> typed(
      List<Versioned<KeyMaterial>> all, Function<KeyMaterial, T> type) {
    return all.stream()
        .map(one -> new Versioned<>(one.version(), type.apply(one.value())))
        .toList();
  }

  private static <T> Consumer<List<Versioned<T>>> each(Consumer<T> destroy) {
    return all -> all.forEach(one -> destroy.accept(one.value()));
  }
}
