package app.lunaria.user.session;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.RefreshToken;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.document.Documents;
import app.lunaria.kit.ids.Ids;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.PersonKey;
import app.lunaria.user.SealedRecords;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sessions: a family of refresh tokens each. Every method runs in the transaction of its caller;
 * those that change a family hold the lock on the person.
 */
@ApplicationScoped
public class Sessions {
  private final SessionRepository sessions;
  private final KeyRing keyRing;
  private final Documents documents;
  private final Ids ids;
  private final Clock clock;

  Sessions(SessionRepository sessions, KeyRing keyRing, Documents documents, Ids ids, Clock clock) {
    this.sessions = sessions;
    this.keyRing = keyRing;
    this.documents = documents;
    this.ids = ids;
    this.clock = clock;
  }

  /** A refresh token and whose it is. */
  public record Continued(SubjectId subject, RefreshToken token) {}

  /** Starts a family; empty when the person's key is gone. */
  public Uni<Optional<Continued>> start(SubjectId subject, String jkt, String clientId) {
    SessionDocument document =
        SessionDocument.first(Base64Url.encode(ids.random(16)), jkt, clientId, clock.instant());
    return keyRing
        .of(subject)
        .chain(
            key ->
                key.map(person -> issued(person, document).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /**
   * Has the key of the person at hand before a transaction opens, so that none waits for the key
   * service.
   */
  public Uni<Void> warm(RefreshToken token) {
    return Panache.withSession(() -> sessions.subjectOf(token))
        .chain(
            subject ->
                subject
                    .map(known -> keyRing.of(known).replaceWithVoid())
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /**
   * Rotates, repeats, refuses or ends the family, as {@link RotationRule} says; empty when it gives
   * no token.
   */
  public Uni<Optional<Continued>> proceed(RefreshToken token, String jkt, String clientId) {
    return underLock(token, row -> proceed(row, jkt, clientId));
  }

  /**
   * Ends the family of a token; nothing happens for an unknown one. {@link #warm} comes before the
   * transaction.
   */
  public Uni<Void> end(RefreshToken token) {
    return underLock(
            token,
            row ->
                opened(row)
                    .chain(
                        open ->
                            open.isPresent()
                                ? ended(open.get())
                                : Uni.createFrom().<Optional<Continued>>item(Optional.empty())))
        .replaceWithVoid();
  }

  /** Rows that have no use any more go. */
  Uni<Long> forgetExpired(LocalDate today) {
    return sessions.deleteExpiredBefore(today);
  }

  private record OpenSession(PersonKey key, SealedSession row, SessionDocument document) {}

  private Uni<Optional<Continued>> underLock(
      RefreshToken token, Function<SealedSession, Uni<Optional<Continued>>> work) {
    return sessions
        .subjectOf(token)
        .chain(
            subject ->
                subject.isEmpty()
                    ? nothing()
                    : keyRing
                        .lock(subject.get())
                        .chain(() -> sessions.byToken(token))
                        .chain(row -> row.map(work).orElseGet(Sessions::nothing)));
  }

  private Uni<Optional<Continued>> proceed(SealedSession row, String jkt, String clientId) {
    return opened(row)
        .chain(
            open ->
                open.isEmpty()
                    ? nothing()
                    : successorIsNewest(open.get())
                        .chain(newest -> judged(open.get(), jkt, clientId, newest)));
  }

  private Uni<Optional<Continued>> judged(
      OpenSession open, String jkt, String clientId, boolean successorIsNewest) {
    Instant now = clock.instant();
    return switch (RotationRule.judge(open.document(), jkt, clientId, successorIsNewest, now)) {
      case ROTATE -> rotated(open, now);
      case REPEAT -> Uni.createFrom().item(repeated(open));
      case REFUSE -> nothing();
      case END_FAMILY -> ended(open);
    };
  }

  private Uni<Optional<Continued>> rotated(OpenSession open, Instant now) {
    return issued(open.key(), open.document().next(now))
        .invoke(
            next ->
                open.row().document =
                    sealed(
                        open.key(),
                        open.row().rowId,
                        open.document().supersededBy(next.token().text(), now)))
        .map(Optional::of);
  }

  private static Optional<Continued> repeated(OpenSession open) {
    return open.document()
        .successor()
        .flatMap(RefreshToken::parse)
        .map(token -> new Continued(open.key().subject(), token));
  }

  private Uni<Optional<Continued>> ended(OpenSession open) {
    return sessions
        .of(open.key().subject())
        .chain(rows -> endedAmong(rows, open.document().family()))
        .chain(Sessions::nothing);
  }

  private Uni<Void> endedAmong(List<SealedSession> rows, String family) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (SealedSession row : rows) {
      all =
          all.chain(() -> opened(row))
              .chain(
                  open ->
                      open.isPresent() && open.get().document().family().equals(family)
                          ? sessions.delete(row)
                          : Uni.createFrom().voidItem());
    }
    return all;
  }

  private Uni<Boolean> successorIsNewest(OpenSession open) {
    Optional<RefreshToken> successor = open.document().successor().flatMap(RefreshToken::parse);
    if (successor.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return sessions
        .byToken(successor.get())
        .chain(
            row -> row.map(this::opened).orElseGet(() -> Uni.createFrom().item(Optional.empty())))
        .map(next -> next.isPresent() && next.get().document().successor().isEmpty());
  }

  private Uni<Continued> issued(PersonKey key, SessionDocument document) {
    RefreshToken token = RefreshToken.random();
    SealedSession row = new SealedSession();
    row.rowId = ids.random(16);
    row.tokenHash = token.hash();
    row.subject = key.subject().bytes();
    row.dekId = key.dekId().bytes();
    row.document = sealed(key, row.rowId, document);
    row.expiresOn = RotationRule.expiresOn(document);
    return sessions.persist(row).replaceWith(new Continued(key.subject(), token));
  }

  private byte[] sealed(PersonKey key, byte[] rowId, SessionDocument document) {
    return key.seal(SealedRecords.SESSION, SealedRecords.DOCUMENT, rowId, documents.write(document))
        .bytes();
  }

  private Uni<Optional<OpenSession>> opened(SealedSession row) {
    return keyRing
        .find(Sealed.of(row.document), DekId.of(row.dekId), SubjectId.of(row.subject))
        .map(
            lookup ->
                switch (lookup) {
                  case Lookup.Erased ignored -> Optional.<OpenSession>empty();
                  case Lookup.Found found ->
                      Optional.of(new OpenSession(found.key(), row, read(found.key(), row)));
                });
  }

  private SessionDocument read(PersonKey key, SealedSession row) {
    return documents.read(
        key.open(SealedRecords.SESSION, SealedRecords.DOCUMENT, row.rowId, Sealed.of(row.document)),
        SessionDocument.class,
        SessionDocument::v,
        SessionDocument.VERSION);
  }

  private static Uni<Optional<Continued>> nothing() {
    return Uni.createFrom().item(Optional.empty());
  }
}
