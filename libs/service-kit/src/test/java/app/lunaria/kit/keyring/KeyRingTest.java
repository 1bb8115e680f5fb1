package app.lunaria.kit.keyring;

import static app.lunaria.kit.keyring.Service.await;
import static app.lunaria.kit.keyring.Service.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.kms.KeyContext;
import app.lunaria.kit.keyring.Service.Shared;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final byte[] NO_ROW_ID = {};
  private static final byte[] WORDS = "hers alone".getBytes(StandardCharsets.UTF_8);
  private static final SubjectId ADA = person(1, 3);
  private static final SubjectId EVE = person(2, 3);
  private static final KekId KEK = new KekId(2968, 3);

  private final Shared shared = Shared.withOpenEpoch();
  private final KeyTables tables = shared.tables();
  private final Service service = shared.replica();

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
  void aKeyWithoutARowIsErased() {
    assertThat(await(service.ring.find(DekId.random(), ADA))).isEqualTo(new Lookup.Erased());
    assertThat(await(service.ring.of(ADA))).isEmpty();
  }

  @Test
  void aDocumentIsJudgedFromOutsideBeforeItsKeyIsLookedFor() {
    PersonKey ada = service.join(ADA);
    Sealed whole = seal(ada);
    Sealed cut = Sealed.of(Arrays.copyOf(whole.bytes(), whole.bytes().length - 1));
    tables.rows.remove(ADA);
    KeyRing cold = shared.replica().ring;

    assertThat(await(cold.find(whole, ada.dekId(), ADA))).isEqualTo(new Lookup.Erased());
    assertThatThrownBy(() -> await(cold.find(cut, ada.dekId(), ADA)))
        .isInstanceOf(DamagedException.class);
    assertThatThrownBy(() -> await(cold.find(whole, DekId.random(), ADA)))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void theKeyOfAnotherPersonIsDamagedWhetherHeldOrStored() {
    PersonKey ada = service.join(ADA);
    Service cold = shared.replica();

    assertThatThrownBy(() -> found(cold.ring, ada.dekId(), EVE))
        .isInstanceOf(DamagedException.class);
    found(cold.ring, ada.dekId(), ADA);
    assertThatThrownBy(() -> found(cold.ring, ada.dekId(), EVE))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void aWrappedKeyThatWasMovedIsDamaged() {
    service.join(ADA);
    service.join(EVE);
    KeyRow ada = tables.rows.get(ADA);
    KeyRow eve = tables.rows.get(EVE);
    tables.rows.put(ADA, new KeyRow(ADA, ada.dekId(), ada.epoch(), eve.wrapped()));

    assertThatThrownBy(() -> found(shared.replica().ring, ada.dekId(), ADA))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void aRowUnderAnotherDekIdIsDamaged() {
    service.join(ADA);
    KeyRow ada = tables.rows.get(ADA);
    DekId other = DekId.random();
    tables.rows.put(ADA, new KeyRow(ADA, other, ada.epoch(), ada.wrapped()));

    assertThatThrownBy(() -> found(shared.replica().ring, other, ADA))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void aRowThatNamesAnotherEpochIsDamaged() {
    service.join(ADA);
    KeyRow ada = tables.rows.get(ADA);
    shared.open(2969);
    shared.replica().join(EVE);
    tables.rows.put(ADA, new KeyRow(ADA, ada.dekId(), 2969, ada.wrapped()));

    assertThatThrownBy(() -> found(shared.replica().ring, ada.dekId(), ADA))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void aKeyEncryptionKeyOfAnotherShardIsRefused() {
    service.join(ADA);
    service.join(person(3, 4));
    DekId dekId = tables.rows.get(ADA).dekId();
    tables.keks.put(KEK, tables.keks.get(new KekId(2968, 4)));

    assertThat(reason(() -> found(shared.replica().ring, dekId, ADA))).isEqualTo(Reason.REFUSED);
  }

  @Test
  void withoutItsKeyEncryptionKeyAKeyIsUnavailableAndNeverErased() {
    PersonKey ada = service.join(ADA);
    tables.keks.clear();
    Service cold = shared.replica();

    assertThat(reason(() -> found(cold.ring, ada.dekId(), ADA))).isEqualTo(Reason.REFUSED);
    assertThat(reason(() -> found(service.ring, ada.dekId(), ADA)))
        .as("also where the key is still held")
        .isEqualTo(Reason.REFUSED);
    assertThat(tables.keks).as("none is made in its place").isEmpty();
  }

  @Test
  void findingAKeyTakesNoConnectionBesideTheCallers() {
    PersonKey ada = service.join(ADA);
    tables.steps.clear();

    found(shared.replica().ring, ada.dekId(), ADA);

    assertThat(tables.steps).doesNotContain("kek");
  }

  @Test
  void aColdReplicaIsUnavailableWhileKmsIsDown() {
    PersonKey ada = service.join(ADA);
    shared.primary().kms().down();

    assertThat(reason(() -> found(shared.replica().ring, ada.dekId(), ADA))).isEqualTo(Reason.DOWN);
  }

  @Test
  void aWarmReplicaServesForAnHourWhileKmsIsDown() {
    PersonKey ada = service.join(ADA);
    shared.primary().kms().down();
    shared.clock().forward(Duration.ofMinutes(59));

    assertThat(
            open(
                found(service.ring, ada.dekId(), ADA), seal(found(service.ring, ada.dekId(), ADA))))
        .isEqualTo(WORDS);
    shared.clock().forward(Duration.ofMinutes(7));
    assertThat(reason(() -> found(service.ring, ada.dekId(), ADA))).isEqualTo(Reason.DOWN);
  }

  @Test
  void aRefusalEndsEveryKeyOfTheEpochAtOnce() {
    PersonKey ada = service.join(ADA);
    shared.clock().forward(Duration.ofMinutes(12));
    SubjectId zoe = person(3, 7);
    PersonKey zoes = service.join(zoe);
    PersonKey held = found(service.ring, zoes.dekId(), zoe);
    shared.primary().kms().disable(tables.epochs.get(2968).key());
    shared.clock().forward(Duration.ofMinutes(4));

    assertThat(reason(() -> found(service.ring, ada.dekId(), ADA))).isEqualTo(Reason.REFUSED);

    assertThat(reason(() -> seal(held))).as("a key that a request holds").isNotNull();
    assertThat(reason(() -> found(service.ring, zoes.dekId(), zoe)))
        .as("another shard, whose own key was loaded four minutes ago")
        .isEqualTo(Reason.REFUSED);
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

  private static PersonKey found(KeyRing ring, DekId dekId, SubjectId subject) {
    return ((Lookup.Found) await(ring.find(dekId, subject))).key();
  }

  private static Sealed seal(PersonKey key) {
    return key.seal("account", "document", NO_ROW_ID, WORDS);
  }

  private static byte[] open(PersonKey key, Sealed sealed) {
    return key.open("account", "document", NO_ROW_ID, sealed);
  }

  private static Reason reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(KeyUnavailableException.class, call).reason();
  }
}
