package app.lunaria.kit.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.kit.MovableClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnwrappedKeysTest {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final MovableClock clock = new MovableClock();
  private final RetiredKeys retired = new RetiredKeys(clock);
  private final List<String> destroyed = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final AtomicInteger loads = new AtomicInteger();
  private final UnwrappedKeys<String, String> keys =
      new UnwrappedKeys<>(clock, 4, retired, destroyed::add, refusals::add);

  @Test
  void theTimesAreThoseOfTheFormats() {
    assertThat(UnwrappedKeys.FRESH).isEqualTo(Duration.ofMinutes(15));
    assertThat(UnwrappedKeys.GRACE).isEqualTo(Duration.ofMinutes(60));
    assertThat(DataKeyCache.LIFE).isEqualTo(Duration.ofMinutes(5));
    assertThat(RetiredKeys.REST).isEqualTo(Duration.ofSeconds(30));
    assertThat(OpenEpochs.LIFE).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aKeyIsHeldForFifteenMinutes() {
    get("kek");
    clock.forward(UnwrappedKeys.FRESH);

    assertThat(get("kek")).isEqualTo("kek 1");
    assertThat(loads).hasValue(1);
  }

  @Test
  void thenItIsLoadedAgain() {
    get("kek");
    clock.forward(UnwrappedKeys.FRESH.plus(A_MOMENT));

    assertThat(get("kek")).isEqualTo("kek 2");
  }

  @Test
  void aKeyThatWasReplacedIsDestroyedAfterItsRest() {
    get("kek");
    clock.forward(UnwrappedKeys.FRESH.plus(A_MOMENT));
    get("kek");
    retired.sweep();
    assertThat(destroyed).isEmpty();

    clock.forward(RetiredKeys.REST);
    retired.sweep();

    assertThat(destroyed).containsExactly("kek 1");
  }

  @Test
  void manyFirstNeedsAreOneLoad() {
    List<UniEmitter<? super String>> pending = new ArrayList<>();
    Uni<String> load = Uni.createFrom().emitter(pending::add);

    List<UniAssertSubscriber<String>> callers =
        IntStream.range(0, 100).mapToObj(i -> ask("kek", load)).toList();
    assertThat(pending).hasSize(1);
    pending.getFirst().complete("the one");

    assertThat(callers).allSatisfy(caller -> caller.assertCompleted().assertItem("the one"));
  }

  @Test
  void aCallerThatGivesUpTakesNothingFromTheOthers() {
    List<UniEmitter<? super String>> pending = new ArrayList<>();
    Uni<String> load = Uni.createFrom().emitter(pending::add);
    UniAssertSubscriber<String> first = ask("kek", load);
    UniAssertSubscriber<String> second = ask("kek", load);

    first.cancel();
    pending.getFirst().complete("the one");

    second.assertCompleted().assertItem("the one");
  }

  @Test
  void aHeldKeyServesForAnHourWhileTheKeyServiceIsDown() {
    get("kek");
    clock.forward(UnwrappedKeys.GRACE);

    assertThat(get("kek", failing(Reason.DOWN))).isEqualTo("kek 1");
  }

  @Test
  void andNotAMomentLonger() {
    get("kek");
    clock.forward(UnwrappedKeys.GRACE.plus(A_MOMENT));

    assertThat(reason("kek", failing(Reason.DOWN))).isEqualTo(Reason.DOWN);
  }

  @Test
  void anHourIsOnlyForAKeyServiceThatIsDown() {
    get("kek");
    clock.forward(UnwrappedKeys.FRESH.plus(A_MOMENT));

    assertThatThrownBy(() -> get("kek", Uni.createFrom().failure(new IllegalStateException("db"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whileItIsKnownToBeDownNobodyWaits() {
    get("kek");
    clock.forward(UnwrappedKeys.FRESH.plus(A_MOMENT));
    get("kek", failing(Reason.DOWN));
    clock.forward(UnwrappedKeys.PAUSE);
    List<UniEmitter<? super String>> pending = new ArrayList<>();

    UniAssertSubscriber<String> caller = ask("kek", Uni.createFrom().emitter(pending::add));

    caller.assertCompleted().assertItem("kek 1");
    assertThat(pending).as("one load in the background").hasSize(1);
    pending.getFirst().complete("kek again");
    assertThat(get("kek")).isEqualTo("kek again");
  }

  @Test
  void withoutAKeyLoadsPauseForTwoSeconds() {
    assertThat(reason("kek", failing(Reason.DOWN))).isEqualTo(Reason.DOWN);

    assertThat(reason("kek", loading("kek"))).isEqualTo(Reason.DOWN);
    clock.forward(UnwrappedKeys.PAUSE);

    assertThat(get("kek")).isEqualTo("kek 1");
  }

  @Test
  void aFailureOfTheDatabaseIsNoPause() {
    assertThatThrownBy(() -> get("kek", Uni.createFrom().failure(new IllegalStateException("db"))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(get("kek")).isEqualTo("kek 1");
  }

  @Test
  void aRefusalDestroysTheHeldKeyAtOnce() {
    get("kek");
    clock.forward(UnwrappedKeys.FRESH.plus(A_MOMENT));

    Reason reason = reason("kek", failing(Reason.REFUSED));

    assertThat(reason).isEqualTo(Reason.REFUSED);
    assertThat(destroyed).containsExactly("kek 1");
    assertThat(refusals).containsExactly("kek");
    assertThat(keys.refusing()).isTrue();
    assertThat(keys.holds("kek")).isFalse();
  }

  @Test
  void aRefusalLeavesNothingToRest() {
    get("kek");
    clock.forward(UnwrappedKeys.FRESH.plus(A_MOMENT));
    get("kek");

    reason("another", failing(Reason.REFUSED));

    assertThat(destroyed).containsExactly("kek 1");
  }

  @Test
  void aLoadThatWorksAgainEndsTheRefusal() {
    reason("kek", failing(Reason.REFUSED));
    clock.forward(UnwrappedKeys.PAUSE);

    get("kek");

    assertThat(keys.refusing()).isFalse();
    assertThat(keys.refused()).isEmpty();
  }

  @Test
  void aKeyOfAnAgeIsRenewedBeforeACallerHasToWait() {
    get("kek");
    clock.forward(Duration.ofMinutes(14));
    keys.renew(Duration.ofMinutes(14), this::loading);
    assertThat(loads).as("not before").hasValue(1);
    clock.forward(A_MOMENT);

    keys.renew(Duration.ofMinutes(14), this::loading);

    assertThat(loads).hasValue(2);
    assertThat(get("kek")).isEqualTo("kek 2");
  }

  @Test
  void aRenewalThatFailsLeavesTheHeldKey() {
    get("kek");
    clock.forward(Duration.ofMinutes(14).plus(A_MOMENT));

    keys.renew(Duration.ofMinutes(14), key -> failing(Reason.DOWN));

    assertThat(get("kek", failing(Reason.DOWN))).isEqualTo("kek 1");
  }

  @Test
  void aKeyThatIsNotHeldIsNotRenewed() {
    reason("kek", failing(Reason.REFUSED));
    clock.forward(UnwrappedKeys.FRESH);

    keys.renew(Duration.ofMinutes(14), this::loading);

    assertThat(loads).hasValue(0);
  }

  @Test
  void whatHangsOnARefusalCanBeForgotten() {
    get("kek a");
    get("kek b");

    keys.forget(key -> key.endsWith("a"));

    assertThat(destroyed).containsExactly("kek a 1");
    assertThat(keys.holds("kek b")).isTrue();
  }

  @Test
  void theNumberOfHeldKeysIsBounded() {
    IntStream.range(0, 100).forEach(i -> get("kek " + i));
    clock.forward(RetiredKeys.REST);
    retired.sweep();

    assertThat(IntStream.range(0, 100).filter(i -> keys.holds("kek " + i)).count())
        .isLessThanOrEqualTo(4);
    assertThat(destroyed).hasSizeGreaterThanOrEqualTo(96);
  }

  @Test
  void aKeyThatNobodyAsksForGoesAfterItsLongestTime() {
    get("kek");
    clock.forward(UnwrappedKeys.GRACE.plus(A_MOMENT));
    keys.sweep();
    clock.forward(RetiredKeys.REST);

    retired.sweep();

    assertThat(destroyed).containsExactly("kek 1");
  }

  private Uni<String> loading(String key) {
    return Uni.createFrom().item(() -> key + " " + loads.incrementAndGet());
  }

  private static Uni<String> failing(Reason reason) {
    return Uni.createFrom().failure(() -> new KeyUnavailableException(reason, "a test"));
  }

  private String get(String key) {
    return get(key, loading(key));
  }

  private String get(String key, Uni<String> load) {
    return Service.await(keys.get(key, () -> load));
  }

  private UniAssertSubscriber<String> ask(String key, Uni<String> load) {
    return keys.get(key, () -> load)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.<String>create());
  }

  private Reason reason(String key, Uni<String> load) {
    return catchThrowableOfType(KeyUnavailableException.class, () -> get(key, load)).reason();
  }
}
