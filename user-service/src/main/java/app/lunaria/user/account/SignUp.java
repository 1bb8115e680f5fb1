package app.lunaria.user.account;

import app.lunaria.envelope.AccountId;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.IndexKey;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.IndexValue;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.ServiceName;
import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.document.Documents;
import app.lunaria.kit.ids.Ids;
import app.lunaria.kit.keyring.EpochClosedException;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.NewKey;
import app.lunaria.kit.keyring.RootKeys;
import app.lunaria.kit.keyring.Versioned;
import app.lunaria.redaction.Sensitive;
import app.lunaria.user.SealedRecords;
import app.lunaria.user.password.Passwords;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A person joins. An address that has an account already costs the same work, for a subject that is
 * thrown away, and changes nothing: neither the answer nor its time tells the two apart, also while
 * the key service is away.
 */
@ApplicationScoped
class SignUp {
  private final AccountRepository accounts;
  private final Passwords passwords;
  private final KeyRing keyRing;
  private final RootKeys rootKeys;
  private final Documents documents;
  private final Ids ids;
  private final Clock clock;
  private final Environment environment;

  SignUp(
      AccountRepository accounts,
      Passwords passwords,
      KeyRing keyRing,
      RootKeys rootKeys,
      Documents documents,
      Ids ids,
      Clock clock,
      CallerConfig config) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.keyRing = keyRing;
    this.rootKeys = rootKeys;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
    this.environment = config.env();
  }

  /** Opens an account, or does the same work for nothing. */
  Uni<Void> open(NewAccount request) {
    return passwords
        .hash(request.password())
        .chain(
            hash ->
                rootKeys
                    .allIndexVersions(IndexKind.EMAIL)
                    .chain(keys -> open(request, hash, keys)));
  }

  private Uni<Void> open(
      NewAccount request, Sensitive<String> hash, List<Versioned<IndexKey>> keys) {
    AccountId accountId = ids.accountId();
    AccountDocument document =
        AccountDocument.first(
            accountId,
            request.email(),
            request.birthDate(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            hash);
    List<Versioned<IndexValue>> email =
        keys.stream()
            .map(key -> new Versioned<>(key.version(), key.value().email(request.email())))
            .toList();
    return rootKeys
        .pairwise(ServiceName.USER)
        .map(pairwise -> pairwise.subject(environment, ServiceName.USER, accountId))
        .chain(subject -> keyRing.prepare(subject))
        .chain(key -> stored(key, email, document))
        .onFailure(EpochClosedException.class)
        .retry()
        .atMost(1);
  }

  private Uni<Void> stored(
      NewKey key, List<Versioned<IndexValue>> email, AccountDocument document) {
    Sealed sealed = sealed(key, document);
    return Panache.withTransaction(() -> insert(key, email, sealed))
        .chain(ignored -> keyRing.discardCopy(DekId.of(ids.random(8))))
        .onFailure(AddressTakenException.class)
        .recoverWithUni(() -> keyRing.discardCopy(key.dekId()));
  }

  private Uni<Void> insert(NewKey key, List<Versioned<IndexValue>> email, Sealed document) {
    Versioned<IndexValue> newest = email.getFirst();
    List<IndexValue> values = email.stream().map(Versioned::value).toList();
    return accounts
        .lock(newest.value())
        .chain(() -> accounts.byEmail(values))
        .chain(
            existing ->
                keyRing
                    .create(key)
                    .chain(
                        person ->
                            accounts.insertIfFree(
                                person.subject(), newest, person.dekId(), document))
                    .invoke(
                        inserted -> {
                          if (!inserted || existing.isPresent()) {
                            throw new AddressTakenException();
                          }
                        }))
        .replaceWithVoid();
  }

  private Sealed sealed(NewKey key, AccountDocument document) {
    return key.seal(
        SealedRecords.ACCOUNT,
        SealedRecords.DOCUMENT,
        SealedRecords.noRowId(),
        documents.write(document));
  }
}
