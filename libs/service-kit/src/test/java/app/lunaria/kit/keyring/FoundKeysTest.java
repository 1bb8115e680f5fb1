package app.lunaria.kit.keyring;

import static app.lunaria.kit.keyring.Service.await;
import static app.lunaria.kit.keyring.Service.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** That a key which is there is found, and what is said of one that is not as it was written. */
class FoundKeysTest extends KeyRingGround {
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
}
