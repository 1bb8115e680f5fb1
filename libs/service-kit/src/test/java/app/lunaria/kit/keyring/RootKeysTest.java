package app.lunaria.kit.keyring;

import static app.lunaria.kit.keyring.Service.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lunaria.envelope.AccountId;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.IndexKey;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.PairwiseKey;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.signature.Signatures;
import app.lunaria.kit.keyring.Service.Shared;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RootKeysTest {
  private static final AccountId ACCOUNT = AccountId.of(new byte[16]);
  private static final RootKeyId ERASED = new RootKeyId(RootPurpose.INDEX_ERASED, "");

  private final Shared shared = Shared.empty();
  private final RootKeys keys = shared.replica().rootKeys;

  @Test
  void aKeyIsMadeOnFirstUseAndIsTheSameForEveryReplica() {
    SubjectId first = subject(await(keys.pairwise(ServiceName.USER)));

    SubjectId elsewhere = subject(await(shared.replica().rootKeys.pairwise(ServiceName.USER)));

    assertThat(elsewhere).isEqualTo(first);
    assertThat(shared.primary().calls()).containsExactly("generate", "decrypt");
  }

  @Test
  void eachServiceHasAPairwiseKeyOfItsOwn() {
    byte[] user = subject(await(keys.pairwise(ServiceName.USER))).bytes();
    byte[] cycle = subject(await(keys.pairwise(ServiceName.CYCLE))).bytes();

    assertThat(user).isNotEqualTo(cycle);
    assertThat(shared.tables().rootKeys.keySet())
        .containsExactlyInAnyOrder(
            new RootKeyId(RootPurpose.PAIRWISE, "user"),
            new RootKeyId(RootPurpose.PAIRWISE, "cycle"));
  }

  @Test
  void ofReplicasThatMakeAKeyAtATimeOneWins() {
    shared.primary().holdAnswers();
    List<UniAssertSubscriber<PairwiseKey>> replicas =
        IntStream.range(0, 5)
            .mapToObj(i -> shared.replica().rootKeys.pairwise(ServiceName.USER))
            .map(uni -> uni.subscribe().withSubscriber(UniAssertSubscriber.<PairwiseKey>create()))
            .toList();

    shared.primary().giveAnswers();

    assertThat(replicas.stream().map(replica -> subject(replica.awaitItem().getItem())).distinct())
        .hasSize(1);
  }

  @Test
  void aHundredFirstNeedsAskKmsOnce() {
    shared.primary().holdAnswers();
    List<UniAssertSubscriber<Versioned<IndexKey>>> callers =
        IntStream.range(0, 100)
            .mapToObj(i -> keys.index(IndexKind.EMAIL))
            .map(
                uni ->
                    uni.subscribe()
                        .withSubscriber(UniAssertSubscriber.<Versioned<IndexKey>>create()))
            .toList();

    shared.primary().giveAnswers();

    assertThat(callers).allSatisfy(caller -> caller.awaitItem(Duration.ofSeconds(20)));
    assertThat(shared.primary().calls()).containsExactly("generate");
  }

  @Test
  void aTokenKeySignsAndKeepsItsPublicKey() {
    var first = await(keys.token());

    var elsewhere = await(shared.replica().rootKeys.token());

    assertThat(first.version()).isEqualTo(1);
    assertThat(elsewhere.value().publicKey()).isEqualTo(first.value().publicKey());
    assertThat(elsewhere.value().signPs256(new byte[1], Signatures.ofJdk())).hasSize(384);
  }

  @Test
  void theNewestVersionIsFirst() {
    await(keys.index(IndexKind.ERASED));
    addVersion(2);
    addVersion(3);
    RootKeys elsewhere = shared.replica().rootKeys;

    assertThat(await(elsewhere.allIndexVersions(IndexKind.ERASED)))
        .extracting(Versioned::version)
        .containsExactly(3, 2, 1);
    assertThat(await(elsewhere.index(IndexKind.ERASED)).version()).isEqualTo(3);
  }

  @Test
  void aRowThatWasMovedToAnotherPurposeIsRefused() {
    await(keys.index(IndexKind.EMAIL));
    shared
        .tables()
        .rootKeys
        .put(ERASED, shared.tables().rootKeys.get(new RootKeyId(RootPurpose.INDEX_EMAIL, "")));

    KeyUnavailableException refusal =
        catchThrowableOfType(
            KeyUnavailableException.class, () -> await(keys.index(IndexKind.ERASED)));

    assertThat(refusal.reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void aRefusalForOneEndsAllSinceTheyStandUnderOneKey() {
    PairwiseKey held = await(keys.pairwise(ServiceName.USER));
    await(keys.index(IndexKind.ERASED));
    shared.primary().kms().disable(shared.rootKey());
    shared.clock().forward(UnwrappedKeys.FRESH.plusSeconds(1));

    catchThrowableOfType(KeyUnavailableException.class, () -> await(keys.index(IndexKind.ERASED)));

    assertThat(catchThrowableOfType(KeyUnavailableException.class, () -> subject(held)))
        .isNotNull();
    assertThat(keys.refusing()).isTrue();
    assertThat(keys.holdsNeeded()).isFalse();
  }

  @Test
  void aWarmReplicaServesForAnHourWhileKmsIsDown() {
    SubjectId first = subject(await(keys.pairwise(ServiceName.USER)));
    shared.primary().kms().down();
    shared.clock().forward(Duration.ofMinutes(60));

    assertThat(subject(await(keys.pairwise(ServiceName.USER)))).isEqualTo(first);
  }

  private void addVersion(int version) {
    shared
        .primary()
        .generate(
            shared.rootKey(),
            app.lunaria.envelope.kms.KeyContext.root(
                ServiceName.USER, Environment.TEST, "index-erased", "", version))
        .thenAccept(
            fresh ->
                shared
                    .tables()
                    .rootKeys
                    .get(ERASED)
                    .add(new Versioned<>(version, fresh.ciphertext())))
        .toCompletableFuture()
        .join();
  }

  private static SubjectId subject(PairwiseKey key) {
    return key.subject(Environment.TEST, ServiceName.USER, ACCOUNT);
  }
}
