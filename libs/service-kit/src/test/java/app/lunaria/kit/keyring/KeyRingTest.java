package app.lunaria.kit.keyring;

import static app.lunaria.kit.keyring.Service.await;
import static app.lunaria.kit.keyring.Service.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.kms.KeyContext;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyRingTest extends KeyRingGround {
  @Test
  void whatOneReplicaSealsAnotherOpens() {
    PersonKey key = service.join(ADA);
    Sealed sealed = seal(key);

    PersonKey elsewhere = found(shared.replica().ring, key.dekId(), ADA);

    assertThat(open(elsewhere, sealed)).isEqualTo(WORDS);
  }

  @Test
  void aKeySealsBeforeItsRowIsWritten() {
    NewKey fresh = await(service.ring.prepare(ADA));
    Sealed sealed = fresh.seal("account", "document", NO_ROW_ID, WORDS);

    PersonKey key = await(service.ring.create(fresh));

    assertThat(open(key, sealed)).isEqualTo(WORDS);
  }

  @Test
  void aKeyThatWasNeverWrittenIsDestroyedAfterItsRequest() {
    NewKey fresh = await(service.ring.prepare(ADA));
    shared.clock().forward(RetiredKeys.REST);

    service.upkeep.sweep();

    assertThat(reason(() -> fresh.seal("account", "document", NO_ROW_ID, WORDS))).isNotNull();
  }

  @Test
  void aHundredFirstNeedsAskEachAccountOnce() throws Exception {
    await(service.ring.prepare(person(0, 9)));
    shared.primary().forgetCalls();
    shared.backup().forgetCalls();
    shared.primary().holdAnswers();

    List<UniAssertSubscriber<NewKey>> callers =
        IntStream.range(1, 101)
            .mapToObj(i -> service.ring.prepare(person(i, 5)))
            .map(uni -> uni.subscribe().withSubscriber(UniAssertSubscriber.<NewKey>create()))
            .toList();
    shared.primary().giveAnswers();

    assertThat(callers).allSatisfy(caller -> caller.awaitItem(Duration.ofSeconds(20)));
    assertThat(shared.primary().calls()).containsExactly("generate");
    assertThat(shared.backup().calls()).containsExactly("encrypt");
  }

  @Test
  void inSteadyStateKmsIsNotAsked() {
    PersonKey key = service.join(ADA);
    shared.primary().forgetCalls();
    shared.backup().forgetCalls();

    IntStream.range(0, 50).forEach(i -> found(service.ring, key.dekId(), ADA));
    IntStream.range(0, 50).forEach(i -> service.join(person(10 + i, 3)));

    assertThat(shared.primary().calls()).isEmpty();
    assertThat(shared.backup().calls()).isEmpty();
  }

  @Test
  void aKeyEncryptionKeyStandsUnderBothAccounts() throws Exception {
    service.join(ADA);
    OpenEpoch epoch = tables.epochs.get(2968);
    KeyContext context = KeyContext.kek(ServiceName.USER, Environment.TEST, 2968, 3);

    var first = shared.primary().decrypt(epoch.key(), context, tables.keks.get(KEK));
    var second = shared.backup().decrypt(epoch.backupKey(), context, tables.backupKeks.get(KEK));

    assertThat(first.toCompletableFuture().get(20, TimeUnit.SECONDS))
        .isEqualTo(second.toCompletableFuture().get(20, TimeUnit.SECONDS));
  }

  @Test
  void ofTwoReplicasThatMakeTheSameKeyEncryptionKeyOneWins() {
    Service other = shared.replica();
    await(service.rootKeys.index(IndexKind.ERASED));
    await(other.rootKeys.index(IndexKind.ERASED));
    shared.primary().holdAnswers();
    var mine = service.ring.prepare(ADA).subscribe().withSubscriber(UniAssertSubscriber.create());
    var theirs = other.ring.prepare(EVE).subscribe().withSubscriber(UniAssertSubscriber.create());
    shared.primary().giveAnswers();
    PersonKey ada = await(service.ring.create((NewKey) mine.awaitItem().getItem()));
    PersonKey eve = await(other.ring.create((NewKey) theirs.awaitItem().getItem()));

    Service third = shared.replica();

    assertThat(open(found(third.ring, ada.dekId(), ADA), seal(ada))).isEqualTo(WORDS);
    assertThat(open(found(third.ring, eve.dekId(), EVE), seal(eve))).isEqualTo(WORDS);
  }

  @Test
  void theCopyIsDurableBeforeTheRow() {
    service.join(ADA);

    assertThat(tables.steps).containsExactly("kek", "lock", "standing", "epoch", "copy", "row");
    assertThat(tables.copies.values()).containsExactlyElementsOf(tables.rows.values());
  }

  @Test
  void withoutACopyThereIsNoRow() {
    tables.copyFailure = java.util.Optional.of(new IllegalStateException("the copy is away"));

    assertThatThrownBy(() -> service.join(ADA)).isInstanceOf(IllegalStateException.class);

    assertThat(tables.rows).isEmpty();
  }

  @Test
  void withoutTheBackupAccountNoKeyIsMade() {
    await(service.rootKeys.allIndexVersions(IndexKind.ERASED));
    shared.backup().kms().down();

    assertThat(reason(() -> service.join(ADA))).isEqualTo(Reason.DOWN);

    assertThat(tables.keks).isEmpty();
    assertThat(tables.rows).isEmpty();
  }

  @Test
  void anErasedPersonGetsNoKey() {
    tables.erased.add(await(service.rootKeys.index(IndexKind.ERASED)).value().erased(ADA));

    assertThatThrownBy(() -> service.join(ADA)).isInstanceOf(ErasedSubjectException.class);
    assertThat(tables.copies).isEmpty();
    assertThat(tables.rows).isEmpty();
    service.join(EVE);
  }

  @Test
  void aTagOfAnOlderKeyVersionCountsToo() {
    tables.erased.add(await(service.rootKeys.index(IndexKind.ERASED)).value().erased(ADA));
    rotateErasedKey();

    assertThatThrownBy(() -> shared.replica().join(ADA)).isInstanceOf(ErasedSubjectException.class);
  }

  @Test
  void aPersonGetsOneKey() {
    service.join(ADA);

    assertThatThrownBy(() -> service.join(ADA)).isInstanceOf(SubjectHasKeyException.class);

    assertThat(tables.copies).hasSize(1);
  }

  @Test
  void aKeyOfAnEpochThatClosedMeanwhileIsRefusedAndTheNextOneIsOfTheNewEpoch() {
    NewKey late = await(service.ring.prepare(ADA));
    tables.epochs.clear();
    shared.open(2969);

    assertThatThrownBy(() -> await(service.ring.create(late)))
        .isInstanceOf(EpochClosedException.class);
    service.join(ADA);

    assertThat(tables.rows.get(ADA).epoch()).isEqualTo(2969);
  }

  @Test
  void withoutAnOpenEpochNoKeyIsMade() {
    tables.epochs.clear();

    assertThat(reason(() -> service.join(ADA))).isEqualTo(Reason.DOWN);
  }

  @Test
  void aCopyIsDiscardedOnlyWithoutItsRow() {
    PersonKey ada = service.join(ADA);
    NewKey rolledBack = await(service.ring.prepare(EVE));
    await(service.ring.create(rolledBack));
    tables.rows.remove(EVE);

    await(service.ring.discardCopy(ada.dekId()));
    await(service.ring.discardCopy(rolledBack.dekId()));
    await(service.ring.discardCopy(DekId.random()));

    assertThat(tables.copies.keySet()).containsExactly(ada.dekId());
  }

  private void rotateErasedKey() {
    RootKeyId id = new RootKeyId(RootPurpose.INDEX_ERASED, "");
    KeyContext context = KeyContext.root(ServiceName.USER, Environment.TEST, "index-erased", "", 2);
    shared
        .primary()
        .generate(shared.rootKey(), context)
        .thenAccept(fresh -> tables.rootKeys.get(id).add(new Versioned<>(2, fresh.ciphertext())))
        .toCompletableFuture()
        .join();
  }
}
