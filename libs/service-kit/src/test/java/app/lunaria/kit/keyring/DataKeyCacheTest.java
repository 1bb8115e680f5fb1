package app.lunaria.kit.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.DataKey;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Envelope;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.ServiceName;
import app.lunaria.kit.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataKeyCacheTest {
  private final MovableClock clock = new MovableClock();
  private final RetiredKeys retired = new RetiredKeys(clock);
  private final DataKeyCache cache = new DataKeyCache(retired, clock, 10);

  @Test
  void aKeyIsHeldForFiveMinutes() {
    PersonKey key = kept(1);
    clock.forward(DataKeyCache.LIFE.minusSeconds(1));

    assertThat(cache.find(key.dekId())).containsSame(key);
    clock.forward(Duration.ofSeconds(1));
    assertThat(cache.find(key.dekId())).isEmpty();
  }

  @Test
  void theKeyOfAPersonIsTheOneThatWasKeptLastWhileItIsHeld() {
    assertThat(cache.find(Service.person(1, 1))).isEmpty();
    kept(1);
    PersonKey later = kept(1);

    assertThat(cache.find(Service.person(1, 1))).containsSame(later);
    assertThat(cache.find(Service.person(2, 1))).isEmpty();
    cache.refused(1);
    assertThat(cache.find(Service.person(1, 1))).isEmpty();
  }

  @Test
  void aKeyThatIsOutCanBeUsedByTheRequestThatHoldsItAndIsDestroyedAfterwards() {
    PersonKey key = kept(1);
    clock.forward(DataKeyCache.LIFE);
    cache.sweep();
    clock.forward(RetiredKeys.REST.minusSeconds(1));
    retired.sweep();
    assertThat(usable(key)).isTrue();

    clock.forward(Duration.ofSeconds(1));
    retired.sweep();

    assertThat(usable(key)).isFalse();
  }

  @Test
  void thereAreNeverMoreThanTheBound() {
    List<PersonKey> keys = IntStream.range(0, 200).mapToObj(i -> kept(1)).toList();
    cache.sweep();
    clock.forward(RetiredKeys.REST);
    retired.sweep();

    assertThat(keys.stream().filter(key -> cache.find(key.dekId()).isPresent()).count())
        .isLessThanOrEqualTo(10);
    assertThat(keys.stream().filter(DataKeyCacheTest::usable).count()).isLessThanOrEqualTo(10);
  }

  @Test
  void theBoundOfAServiceIsTenThousand() {
    assertThat(DataKeyCache.BOUND).isEqualTo(10_000);
  }

  @Test
  void aRefusalDestroysTheKeysOfItsEpochAtOnce() {
    PersonKey refused = kept(1);
    PersonKey other = kept(2);

    cache.refused(1);

    assertThat(usable(refused)).isFalse();
    assertThat(cache.find(refused.dekId())).isEmpty();
    assertThat(cache.find(other.dekId())).containsSame(other);
    assertThat(usable(other)).isTrue();
  }

  @Test
  void aKeyThatWasUnwrappedBeforeARefusalIsNotKeptAfterIt() {
    PersonKey late = key(DekId.random());
    long before = cache.refusals();
    cache.refused(1);

    assertThatThrownBy(() -> cache.keep(late, 1, before))
        .isInstanceOf(KeyUnavailableException.class);

    assertThat(cache.find(late.dekId())).isEmpty();
    assertThat(usable(late)).isFalse();
  }

  @Test
  void ofTwoThatUnwrapTheSameKeyBothUseOne() {
    DekId dekId = DekId.random();
    PersonKey first = cache.keep(key(dekId), 1, cache.refusals());
    PersonKey late = key(dekId);

    PersonKey second = cache.keep(late, 1, cache.refusals());

    assertThat(second).isSameAs(first);
    assertThat(usable(first)).isTrue();
    assertThat(usable(late)).isFalse();
  }

  private PersonKey kept(int epoch) {
    return cache.keep(key(DekId.random()), epoch, cache.refusals());
  }

  private static PersonKey key(DekId dekId) {
    return new PersonKey(
        Service.person(1, 1),
        dekId,
        DataKey.random(),
        new Envelope(),
        Environment.TEST,
        ServiceName.USER);
  }

  private static boolean usable(PersonKey key) {
    try {
      key.seal("account", "document", new byte[0], new byte[1]);
      return true;
    } catch (KeyUnavailableException destroyed) {
      return false;
    }
  }
}
