package app.lunaria.user.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.ids.Ids;
import app.lunaria.kit.keyring.EpochClosedException;
import app.lunaria.kit.keyring.Epochs;
import app.lunaria.kit.keyring.ErasedSubjectException;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.NewKey;
import app.lunaria.kit.keyring.PersonKey;
import app.lunaria.kit.keyring.RootKeys;
import app.lunaria.kit.keyring.SubjectHasKeyException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The key ring over both databases and the key service, as the service uses it. */
@QuarkusTest
@Timeout(60)
class KeyRingComponentTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final byte[] NO_ROW_ID = {};
  private static final byte[] WORDS = "hers alone".getBytes(StandardCharsets.UTF_8);

  private static final Executor OTHERS =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());

  @Inject KeyRing ring;
  @Inject RootKeys rootKeys;
  @Inject Epochs epochs;
  @Inject Ids ids;

  @Inject
  @DataSource("migration")
  AgroalDataSource main;

  @Inject
  @DataSource("key-copy-migration")
  AgroalDataSource copies;

  private Owner owner;
  private Owner copyOwner;

  @BeforeEach
  void owners() {
    owner = new Owner(main);
    copyOwner = new Owner(copies);
  }

  @Test
  void aKeyStandsInBothDatabasesAndOpensWhatItSealed() {
    SubjectId ada = somebody();
    NewKey fresh = here(() -> ring.prepare(ada));
    Sealed sealed = fresh.seal("account", "document", NO_ROW_ID, WORDS);

    here(() -> Panache.withTransaction(() -> ring.create(fresh)));

    assertThat(copyOwner.bytes(wrappedCopy(), fresh.dekId().bytes()))
        .hasSize(40)
        .isEqualTo(owner.bytes(wrapped(), fresh.dekId().bytes()));
    assertThat(found(fresh.dekId(), ada).open("account", "document", NO_ROW_ID, sealed))
        .isEqualTo(WORDS);
    assertThat(here(() -> ring.of(ada)).map(PersonKey::dekId)).contains(fresh.dekId());
  }

  @Test
  void aRolledBackKeyLeavesACopyThatCanBeDiscarded() {
    NewKey fresh = here(() -> ring.prepare(somebody()));
    assertThatThrownBy(() -> here(() -> createdAndRolledBack(fresh)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(rows(fresh.dekId())).isZero();
    assertThat(copies(fresh.dekId())).isOne();

    here(() -> ring.discardCopy(fresh.dekId()));

    assertThat(copies(fresh.dekId())).isZero();
    assertThat(here(() -> ring.find(fresh.dekId(), fresh.subject())))
        .isEqualTo(new Lookup.Erased());
  }

  @Test
  void theCopyOfALivingKeyIsNeverDiscarded() {
    PersonKey key = created(somebody());

    here(() -> ring.discardCopy(key.dekId()));

    assertThat(copies(key.dekId())).isOne();
  }

  @Test
  void discardingWaitsForATransactionWhoseOutcomeIsOpen() throws Exception {
    NewKey fresh = here(() -> ring.prepare(somebody()));
    CompletableFuture<Void> commit = new CompletableFuture<>();
    CompletableFuture<PersonKey> creating = creatingUntil(commit, fresh);
    CompletableFuture<Void> discarding;
    try {
      Awaitility.await().atMost(LIMIT).until(() -> copies(fresh.dekId()) == 1);
      discarding = elsewhere(() -> ring.discardCopy(fresh.dekId()));
      Awaitility.await().atMost(LIMIT).until(() -> waitingForLocks() > 0);
    } finally {
      commit.complete(null);
    }
    creating.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    discarding.get(LIMIT.toSeconds(), TimeUnit.SECONDS);

    assertThat(copies(fresh.dekId())).isOne();
    assertThat(rows(fresh.dekId())).isOne();
  }

  @Test
  void ofManyCreationsForOnePersonOneWins() {
    SubjectId ada = somebody();
    List<CompletableFuture<Boolean>> attempts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      attempts.add(CompletableFuture.supplyAsync(() -> wins(ada), OTHERS));
    }

    assertThat(attempts.stream().filter(CompletableFuture::join).count()).isOne();

    assertThat(
            owner.one(
                Long.class, "select count(*) from subject_key where subject = ?", ada.bytes()))
        .isOne();
    assertThat(
            copyOwner.one(
                Long.class, "select count(*) from subject_key_copy where subject = ?", ada.bytes()))
        .isOne();
  }

  @Test
  void anErasedPersonGetsNoKeyInEitherDatabase() {
    SubjectId ada = somebody();
    byte[] tag = here(() -> rootKeys.index(IndexKind.ERASED)).value().erased(ada).bytes();
    owner.change("insert into erased_subject (tag, version, day) values (?, 1, current_date)", tag);

    assertThatThrownBy(() -> created(ada)).isInstanceOf(ErasedSubjectException.class);

    assertThat(
            copyOwner.one(
                Long.class, "select count(*) from subject_key_copy where subject = ?", ada.bytes()))
        .isZero();
  }

  @Test
  void whileTheCopyIsAwayNoKeyIsWritten() {
    NewKey fresh = here(() -> ring.prepare(somebody()));
    copyOwner.change("alter table subject_key_copy rename to away");
    try {
      assertThatThrownBy(() -> here(() -> Panache.withTransaction(() -> ring.create(fresh))))
          .isNotNull();
    } finally {
      copyOwner.change("alter table away rename to subject_key_copy");
    }

    assertThat(rows(fresh.dekId())).isZero();
  }

  @Test
  void closingAnEpochWaitsForTheKeysThatAreBeingMadeInIt() throws Exception {
    NewKey fresh = here(() -> ring.prepare(somebody()));
    CompletableFuture<Void> commit = new CompletableFuture<>();
    CompletableFuture<PersonKey> creating = creatingUntil(commit, fresh);
    try (Connection closer = main.getConnection();
        Statement statement = closer.createStatement()) {
      Awaitility.await().atMost(LIMIT).until(() -> copies(fresh.dekId()) == 1);
      closer.setAutoCommit(false);
      statement.execute("set local lock_timeout = '300ms'");

      assertThatThrownBy(() -> statement.execute("update key_epoch set state = 'closed'"))
          .hasMessageContaining("lock timeout");

      closer.rollback();
      closer.setAutoCommit(true);
    } finally {
      commit.complete(null);
    }
    assertThat(creating.get(LIMIT.toSeconds(), TimeUnit.SECONDS).dekId()).isEqualTo(fresh.dekId());
  }

  @Test
  void aKeyOfAClosedEpochIsNotWritten() {
    NewKey fresh = here(() -> ring.prepare(somebody()));
    int epoch = here(epochs::openFirst);
    owner.change("update key_epoch set state = 'closed' where epoch = ?", epoch);
    try {
      assertThatThrownBy(() -> here(() -> Panache.withTransaction(() -> ring.create(fresh))))
          .isInstanceOf(EpochClosedException.class);
    } finally {
      owner.change("update key_epoch set state = 'open' where epoch = ?", epoch);
    }

    assertThat(copies(fresh.dekId())).isZero();
    created(somebody());
  }

  @Test
  void aKeyIsNotWrittenOutsideATransaction() {
    NewKey fresh = here(() -> ring.prepare(somebody()));

    assertThatThrownBy(() -> here(() -> Panache.withSession(() -> ring.create(fresh))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(copies(fresh.dekId())).isZero();
  }

  @Test
  void aKeyCanBeFoundInsideTheTransactionThatMadeIt() {
    NewKey fresh = here(() -> ring.prepare(somebody()));

    Lookup lookup =
        here(
            () ->
                Panache.withTransaction(
                    () ->
                        ring.create(fresh).flatMap(key -> ring.find(key.dekId(), key.subject()))));

    assertThat(lookup).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void manyFirstNeedsAtATimeLeaveOneKeyEncryptionKeyAShard() {
    List<CompletableFuture<PersonKey>> people = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      people.add(CompletableFuture.supplyAsync(() -> created(somebody()), OTHERS));
    }
    people.forEach(CompletableFuture::join);

    assertThat(owner.one(Long.class, "select count(*) from kek")).isLessThanOrEqualTo(16);
    people.stream()
        .map(CompletableFuture::join)
        .forEach(key -> assertThat(found(key.dekId(), key.subject())).isNotNull());
  }

  @Test
  void wrappedKeysThatWereSwappedAreDamaged() {
    PersonKey ada = created(somebody());
    PersonKey eve = created(somebody());
    byte[] adas = owner.bytes(wrapped(), ada.dekId().bytes());
    byte[] eves = owner.bytes(wrapped(), eve.dekId().bytes());
    owner.change("update subject_key set wrapped = ? where dek_id = ?", eves, ada.dekId().bytes());
    owner.change("update subject_key set wrapped = ? where dek_id = ?", adas, eve.dekId().bytes());

    assertThatThrownBy(() -> found(ada.dekId(), ada.subject()))
        .isInstanceOf(DamagedException.class);
    assertThatThrownBy(() -> found(eve.dekId(), eve.subject()))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void theKeyOfAnotherPersonIsDamaged() {
    PersonKey ada = created(somebody());

    assertThatThrownBy(() -> found(ada.dekId(), somebody())).isInstanceOf(DamagedException.class);
  }

  @Test
  void theFirstEpochIsOpenedOnce() {
    int epoch = here(epochs::openFirst);
    String key = owner.one(String.class, "select key_arn from key_epoch where epoch = ?", epoch);

    assertThat(here(epochs::openFirst)).isEqualTo(epoch);

    assertThat(owner.one(Long.class, "select count(*) from key_epoch")).isOne();
    assertThat(owner.one(String.class, "select key_arn from key_epoch where epoch = ?", epoch))
        .isEqualTo(key)
        .contains(":111111111111:");
  }

  private Uni<PersonKey> createdAndRolledBack(NewKey fresh) {
    return Panache.withTransaction(
        () ->
            ring.create(fresh)
                .invoke(
                    key -> {
                      throw new IllegalStateException("what came after went wrong");
                    }));
  }

  /** Creates the key and keeps the transaction open until told to commit. */
  private CompletableFuture<PersonKey> creatingUntil(CompletableFuture<Void> commit, NewKey fresh) {
    return elsewhere(
        () -> Panache.withTransaction(() -> ring.create(fresh).call(key -> backHereAfter(commit))));
  }

  /** On the context of the session again: a session that goes on elsewhere never ends. */
  private static Uni<Void> backHereAfter(CompletableFuture<Void> signal) {
    Context context = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(signal.copy())
        .emitOn(task -> context.runOnContext(ignored -> task.run()));
  }

  private boolean wins(SubjectId subject) {
    try {
      created(subject);
      return true;
    } catch (SubjectHasKeyException late) {
      return false;
    }
  }

  private PersonKey created(SubjectId subject) {
    NewKey fresh = here(() -> ring.prepare(subject));
    return here(() -> Panache.withTransaction(() -> ring.create(fresh)));
  }

  private PersonKey found(DekId dekId, SubjectId subject) {
    return ((Lookup.Found) here(() -> ring.find(dekId, subject))).key();
  }

  private SubjectId somebody() {
    return SubjectId.of(ids.random(32));
  }

  private long rows(DekId dekId) {
    return owner.one(
        Long.class, "select count(*) from subject_key where dek_id = ?", dekId.bytes());
  }

  private long copies(DekId dekId) {
    return copyOwner.one(
        Long.class, "select count(*) from subject_key_copy where dek_id = ?", dekId.bytes());
  }

  private long waitingForLocks() {
    return owner.one(
        Long.class, "select count(*) from pg_locks where locktype = 'advisory' and not granted");
  }

  private static String wrapped() {
    return "select wrapped from subject_key where dek_id = ?";
  }

  private static String wrappedCopy() {
    return "select wrapped from subject_key_copy where dek_id = ?";
  }

  private static <T> CompletableFuture<T> elsewhere(Supplier<Uni<T>> work) {
    return CompletableFuture.supplyAsync(() -> here(work), OTHERS);
  }

  /** Runs it on a context as a request has one; what it fails with is thrown as it is. */
  private static <T> T here(Supplier<Uni<T>> work) {
    Optional<T> value;
    try {
      value = VertxContextSupport.subscribeAndAwait(() -> work.get().map(Optional::ofNullable));
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
    return value.orElse(null);
  }
}
