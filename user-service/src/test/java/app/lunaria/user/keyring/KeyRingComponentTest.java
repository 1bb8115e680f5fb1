package app.lunaria.user.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.keyring.ErasedSubjectException;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.NewKey;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The key ring over both databases and the key service, as the service uses it. */
@QuarkusTest
@Timeout(60)
class KeyRingComponentTest extends KeyRingGround {
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
  void theCopyOfALivingKeyIsNeverDiscarded() {
    PersonKey key = created(somebody());

    here(() -> ring.discardCopy(key.dekId()));

    assertThat(copies(key.dekId())).isOne();
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

  private static String wrappedCopy() {
    return "select wrapped from subject_key_copy where dek_id = ?";
  }
}
