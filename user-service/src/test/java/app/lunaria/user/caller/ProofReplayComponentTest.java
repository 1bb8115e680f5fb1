package app.lunaria.user.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.caller.proof.DpopProof;
import app.lunaria.kit.caller.proof.ProofCheck;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.kit.caller.proof.ReplayedProofException;
import app.lunaria.kit.caller.proof.SpentProofs;
import app.lunaria.testkit.caller.ProofKey;
import app.lunaria.user.Person;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Proofs of unsafe requests, spent and forgotten in the real tables and in real transactions. */
@QuarkusTest
class ProofReplayComponentTest {
  private static final String PATH = "/v1/planted";
  private static final String GIVE =
      "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}";

  private final ProofKey key = ProofKey.random();

  @Inject ProofCheck check;
  @Inject ProofReplay replay;
  @Inject SpentProofs spentProofs;
  @Inject CallerConfig config;
  @Inject Clock clock;
  @Inject Pool service;

  private DpopProof proof() {
    String text = key.proof("POST", config.origin() + PATH, clock.instant(), Optional.empty());
    return check.check(List.of(text), "POST", PATH, Optional.empty());
  }

  private void spend(DpopProof proof) throws Throwable {
    inTransaction(() -> replay.spend(proof));
  }

  private static void inTransaction(Supplier<Uni<Void>> work) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
  }

  @Test
  void aProofIsSpentOnce() throws Throwable {
    DpopProof proof = proof();
    spend(proof);

    assertThatThrownBy(() -> spend(proof)).isInstanceOf(ReplayedProofException.class);
  }

  @Test
  void aProofWithAnotherIdIsAnotherOne() throws Throwable {
    spend(proof());

    assertThatNoException().isThrownBy(() -> spend(proof()));
  }

  @Test
  void whatWasRolledBackWasNotSpent() throws Throwable {
    DpopProof proof = proof();
    Supplier<Uni<Void>> failingLater =
        () ->
            replay
                .spend(proof)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("later")));
    assertThatThrownBy(() -> inTransaction(failingLater)).hasMessage("later");

    assertThatNoException().isThrownBy(() -> spend(proof));
  }

  @Test
  void aProofSpentTwiceInOneTransactionIsRefused() {
    DpopProof proof = proof();

    assertThatThrownBy(
            () -> inTransaction(() -> replay.spend(proof).chain(() -> replay.spend(proof))))
        .isInstanceOf(ReplayedProofException.class);
  }

  @Test
  void outsideATransactionNothingIsSpent() throws Throwable {
    DpopProof proof = proof();
    assertThatThrownBy(
            () ->
                VertxContextSupport.subscribeAndAwait(
                    () -> Panache.withSession(() -> replay.spend(proof))))
        .isInstanceOf(IllegalStateException.class);

    assertThatNoException().isThrownBy(() -> spend(proof));
  }

  /** The same request at the same time, over HTTP: whoever waits for the other's row is refused. */
  @Test
  void ofManyAtOnceOneIsAnswered() {
    Person ada = Person.signedIn();
    String token = ada.accessToken();
    String proof =
        ada.key()
            .proof("POST", Person.ORIGIN + "/v1/consents", clock.instant(), Optional.of(token));

    List<Integer> statuses =
        Multi.createFrom()
            .range(0, 8)
            .onItem()
            .transformToUniAndMerge(
                number ->
                    Uni.createFrom()
                        .item(() -> post(token, proof).statusCode())
                        .runSubscriptionOn(Thread::startVirtualThread))
            .collect()
            .asList()
            .await()
            .indefinitely();

    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 401);
    assertThat(post(token, proof).header("WWW-Authenticate"))
        .isEqualTo("DPoP algs=\"ES256\", error=\"invalid_dpop_proof\"");
  }

  private static Response post(String token, String proof) {
    return RestAssured.given()
        .contentType("application/json")
        .header("Authorization", "DPoP " + token)
        .header("DPoP", proof)
        .body(GIVE)
        .post("/v1/consents");
  }

  /** The tables by turns, each at a moment when it may be emptied; the other one keeps its rows. */
  @Test
  void theServiceEmptiesOneTableAndThenTheOther() {
    Instant evenMayGo = Instant.ofEpochSecond(300 + 150);
    Instant oddMayGo = Instant.ofEpochSecond(600 + 150);
    Instant noneMayGo = Instant.ofEpochSecond(300 + 10);
    insert("dpop_proof_even");
    insert("dpop_proof_odd");

    spentProofs.emptyAt(noneMayGo).await().indefinitely();
    assertThat(rows("dpop_proof_even")).isPositive();
    spentProofs.emptyAt(evenMayGo).await().indefinitely();
    assertThat(rows("dpop_proof_even")).isZero();
    assertThat(rows("dpop_proof_odd")).isPositive();
    spentProofs.emptyAt(oddMayGo).await().indefinitely();
    assertThat(rows("dpop_proof_odd")).isZero();
  }

  private void insert(String table) {
    service
        .query(
            "insert into "
                + table
                + " (tag, key_version) values (sha256(random()::text::bytea), 1)")
        .execute()
        .await()
        .indefinitely();
  }

  private int rows(String table) {
    return service
        .query("select count(*)::int from " + table)
        .execute()
        .map(rows -> rows.iterator().next().getInteger(0))
        .await()
        .indefinitely();
  }

  @Test
  void theServiceMayNeitherChangeNorTakeBackWhatWasSpent() {
    for (String statement :
        List.of(
            "update dpop_proof_even set key_version = 2",
            "delete from dpop_proof_odd",
            "drop table dpop_proof_even")) {
      assertThatThrownBy(() -> service.query(statement).execute().await().indefinitely())
          .hasMessageContaining("42501");
    }
  }
}
