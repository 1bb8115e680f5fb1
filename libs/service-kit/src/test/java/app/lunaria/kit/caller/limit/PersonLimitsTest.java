package app.lunaria.kit.caller.limit;

import static app.lunaria.kit.caller.limit.LimitRules.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.MovableClock;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PersonLimitsTest {
  private final MovableClock clock = new MovableClock();

  @Test
  void aPersonIsGrantedHerShareAndNoMore() {
    PersonLimits limits = limits(LimitRules.REQUESTS, LimitRules.WITHIN, 100);

    assertThat(LimitRules.brokenBy(clock, limits::take)).isEmpty();
  }

  /** In a native executable a class that is looked up by name has to be named beforehand. */
  @Test
  void theClassOfTheCachesEntriesIsNamedForNativeExecutables() throws Exception {
    PersonLimits limits = limits(LimitRules.REQUESTS, LimitRules.WITHIN, 100);

    Object entries = field(field(field(limits, "buckets"), "cache"), "nodeFactory");

    assertThat(PersonLimits.class.getAnnotation(RegisterForReflection.class).classNames())
        .containsExactly(entries.getClass().getName());
  }

  private static Object field(Object holder, String name) throws ReflectiveOperationException {
    for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(holder);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  @Test
  void aLimitThatNeverRefusesIsFound() {
    Function<SubjectId, Allowance> planted =
        _ -> new Allowance(true, 4, Duration.ofSeconds(2), Duration.ofSeconds(10));

    assertThat(LimitRules.brokenBy(clock, planted))
        .containsExactly(
            LimitRules.NOT_ONE_MORE, LimitRules.EVENLY_BACK, LimitRules.NEVER_MORE_THAN_ALL);
  }

  @Test
  void oneBucketForAllPeopleIsFound() {
    PersonLimits shared = limits(LimitRules.REQUESTS, LimitRules.WITHIN, 100);

    assertThat(LimitRules.brokenBy(clock, _ -> shared.take(person(1))))
        .containsExactly(LimitRules.EACH_HER_OWN);
  }

  @Test
  void aCounterThatStartsAnewWithEachWindowIsFound() {
    Map<SubjectId, long[]> counts = new HashMap<>();
    Function<SubjectId, Allowance> planted =
        subject -> {
          long window = clock.instant().getEpochSecond() / 10;
          long[] count = counts.computeIfAbsent(subject, _ -> new long[2]);
          count[1] = count[0] == window ? count[1] + 1 : 1;
          count[0] = window;
          long left = Math.max(0, LimitRules.REQUESTS - count[1]);
          Duration end = Duration.ofSeconds(10);
          return new Allowance(count[1] <= LimitRules.REQUESTS, left, end, end);
        };

    assertThat(LimitRules.brokenBy(clock, planted))
        .containsExactly(LimitRules.TOLD_WHEN, LimitRules.EVENLY_BACK);
  }

  @Test
  void onlySoManyPeopleAreRemembered() {
    PersonLimits limits = limits(1, LimitRules.WITHIN, 10);
    for (int number = 1; number <= 100; number++) {
      assertThat(limits.take(person(number)).granted()).isTrue();
    }

    int forgotten = 0;
    for (int number = 1; number <= 100; number++) {
      forgotten += limits.take(person(number)).granted() ? 1 : 0;
    }
    assertThat(forgotten).isGreaterThanOrEqualTo(90);
  }

  @Test
  void aLimitThatWouldLetNobodyInIsNoSetting() {
    assertThatThrownBy(() -> limits(0, LimitRules.WITHIN, 1))
        .hasMessage("lunaria.limits.person.requests must be at least 1");
    assertThatThrownBy(() -> limits(1, Duration.ofMillis(999), 1))
        .hasMessage("lunaria.limits.person.within must be from one second to one day");
    assertThatThrownBy(() -> limits(1, Duration.ofDays(2), 1))
        .hasMessage("lunaria.limits.person.within must be from one second to one day");
    assertThatThrownBy(() -> limits(1, LimitRules.WITHIN, 0))
        .hasMessage("lunaria.limits.person.remembered must be at least 1");
  }

  private PersonLimits limits(int requests, Duration within, int remembered) {
    return new PersonLimits(() -> new Setting(requests, within, remembered), clock);
  }

  private record Setting(int requests, Duration within, int remembered)
      implements LimitConfig.Person {}
}
