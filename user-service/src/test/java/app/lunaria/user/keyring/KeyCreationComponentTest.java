package app.lunaria.user.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.keyring.EpochClosedException;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.NewKey;
import app.lunaria.kit.keyring.PersonKey;
import app.lunaria.kit.keyring.SubjectHasKeyException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Keys that are being made while something else happens: two at a time, a roll-back, the end of an
 * epoch.
 */
@QuarkusTest
@Timeout(60)
class KeyCreationComponentTest extends KeyRingGround {
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

  private long waitingForLocks() {
    return owner.one(
        Long.class, "select count(*) from pg_locks where locktype = 'advisory' and not granted");
  }

  private static <T> CompletableFuture<T> elsewhere(Supplier<Uni<T>> work) {
    return CompletableFuture.supplyAsync(() -> here(work), OTHERS);
  }
}
