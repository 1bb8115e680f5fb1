package app.lunaria.user.account;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.EmailAddress;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.IndexValue;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.document.Documents;
import app.lunaria.kit.ids.Ids;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.PersonKey;
import app.lunaria.kit.keyring.RootKeys;
import app.lunaria.redaction.Sensitive;
import app.lunaria.user.SealedRecords;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads accounts: of the caller, or by an e-mail address at sign-in. */
@ApplicationScoped
public class Accounts {
  private final AccountRepository accounts;
  private final KeyRing keyRing;
  private final RootKeys rootKeys;
  private final Documents documents;
  private final Ids ids;
  private final Environment environment;

  Accounts(
      AccountRepository accounts,
      KeyRing keyRing,
      RootKeys rootKeys,
      Documents documents,
      Ids ids,
      CallerConfig config) {
    this.accounts = accounts;
    this.keyRing = keyRing;
    this.rootKeys = rootKeys;
    this.documents = documents;
    this.ids = ids;
    this.environment = config.env();
  }

  /** The account of a subject of this service; empty when there is none (any more). */
  public Uni<Optional<Account>> of(SubjectId subject) {
    return Panache.withSession(() -> accounts.bySubject(subject))
        .chain(this::openedIfThere)
        .map(found -> found.map(Accounts::account));
  }

  /**
   * The person as another service knows her; empty when there is no account (any more). The account
   * id from which it is made stays in here.
   */
  public Uni<Optional<SubjectId>> pseudonym(SubjectId subject, ServiceName service) {
    if (service == ServiceName.USER) {
      return Uni.createFrom().item(Optional.of(subject));
    }
    return rootKeys
        .pairwise(service)
        .chain(
            pairwise ->
                Panache.withSession(() -> accounts.bySubject(subject))
                    .chain(this::openedIfThere)
                    .map(
                        account ->
                            account.map(
                                found ->
                                    pairwise.subject(
                                        environment, service, found.document().opaqueId()))));
  }

  /**
   * The account that has the address. For an address without one the same look-ups are made, in the
   * key table and of the key service, so that neither the time nor an outage of the key service
   * tells whether there is one. No connection is held while keys are asked for.
   */
  public Uni<Optional<Account>> having(EmailAddress email) {
    return rootKeys
        .allIndexVersions(IndexKind.EMAIL)
        .map(keys -> keys.stream().map(key -> key.value().email(email)).toList())
        .chain(values -> having(email, values));
  }

  private Uni<Optional<Account>> having(EmailAddress email, List<IndexValue> values) {
    return Panache.withSession(() -> accounts.byEmail(values))
        .chain(row -> row.isPresent() ? opened(row.get(), email) : nobody(values));
  }

  private Uni<Optional<Account>> opened(SealedAccount row, EmailAddress email) {
    return opened(row)
        .map(found -> found.map(Accounts::account))
        .invoke(
            account -> {
              if (account.isPresent() && !account.get().email().reveal().equals(email)) {
                throw new DamagedException("an account stands under the index of another address");
              }
            });
  }

  private record Opened(SubjectId subject, AccountDocument document) {}

  private Uni<Optional<Opened>> openedIfThere(Optional<SealedAccount> row) {
    return row.map(this::opened).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<Opened>> opened(SealedAccount row) {
    SubjectId subject = SubjectId.of(row.subject);
    DekId dekId = DekId.of(row.dekId);
    Sealed document = Sealed.of(row.document);
    return keyRing
        .find(document, dekId, subject)
        .map(
            lookup ->
                switch (lookup) {
                  case Lookup.Erased ignored -> Optional.empty();
                  case Lookup.Found found ->
                      Optional.of(new Opened(subject, read(found.key(), document)));
                });
  }

  private AccountDocument read(PersonKey key, Sealed document) {
    return documents.read(
        key.open(SealedRecords.ACCOUNT, SealedRecords.DOCUMENT, SealedRecords.noRowId(), document),
        AccountDocument.class,
        AccountDocument::v,
        AccountDocument.VERSION);
  }

  private static Account account(Opened opened) {
    AccountDocument read = opened.document();
    EmailAddress email =
        EmailAddress.parse(read.email())
            .orElseThrow(() -> new DamagedException("an account has no readable address"));
    return new Account(
        opened.subject(),
        read.rev(),
        Sensitive.of(email),
        Sensitive.of(read.birthDate()),
        read.createdOn(),
        Sensitive.of(read.passwordHash()));
  }

  private Uni<Optional<Account>> nobody(List<IndexValue> values) {
    SubjectId stranger = SubjectId.of(values.getFirst().bytes());
    return keyRing
        .prepare(stranger)
        .chain(ignored -> keyRing.find(DekId.of(ids.random(8)), stranger))
        .replaceWith(Optional.empty());
  }
}
