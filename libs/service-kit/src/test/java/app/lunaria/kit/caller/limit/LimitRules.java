package app.lunaria.kit.caller.limit;

import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What must be true of a limit of 5 requests in 10 s, told by the rules that something breaks; so
 * the same rules judge ours and planted ones.
 */
final class LimitRules {
  static final String ALL_AT_ONCE = "she may make all of them at once";
  static final String NOT_ONE_MORE = "she may not make one more";
  static final String EVENLY_BACK = "one comes back after its share of the time, and only one";
  static final String TOLD_WHEN = "a refusal says when the next is granted";
  static final String EACH_HER_OWN = "another person's requests are not hers";
  static final String NEVER_MORE_THAN_ALL = "after a long rest there are not more than all";

  static final int REQUESTS = 5;
  static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration SHARE = WITHIN.dividedBy(REQUESTS);

  private final MovableClock clock;
  private final Function<SubjectId, Allowance> limit;
  private final List<String> broken = new ArrayList<>();

  private LimitRules(MovableClock clock, Function<SubjectId, Allowance> limit) {
    this.clock = clock;
    this.limit = limit;
  }

  /** The rules that it breaks, in the order in which they are tried. */
  static List<String> brokenBy(MovableClock clock, Function<SubjectId, Allowance> limit) {
    LimitRules rules = new LimitRules(clock, limit);
    rules.aBurst();
    rules.anotherPerson();
    rules.afterAShare();
    rules.afterARest();
    return rules.broken;
  }

  static SubjectId person(int number) {
    byte[] id = new byte[32];
    Arrays.fill(id, (byte) number);
    return SubjectId.of(id);
  }

  private void aBurst() {
    demand(ALL_AT_ONCE, grantedOf(REQUESTS, person(1)) == REQUESTS);
    Allowance more = limit.apply(person(1));
    demand(NOT_ONE_MORE, !more.granted());
    demand(TOLD_WHEN, more.untilNext().equals(SHARE) && more.untilAll().equals(WITHIN));
  }

  private void anotherPerson() {
    demand(EACH_HER_OWN, limit.apply(person(2)).requests() == REQUESTS - 1);
  }

  private void afterAShare() {
    clock.forward(SHARE);
    demand(EVENLY_BACK, grantedOf(REQUESTS, person(1)) == 1);
  }

  private void afterARest() {
    clock.forward(WITHIN.multipliedBy(7));
    demand(NEVER_MORE_THAN_ALL, grantedOf(3 * REQUESTS, person(1)) == REQUESTS);
  }

  private int grantedOf(int asked, SubjectId person) {
    int granted = 0;
    for (int i = 0; i < asked; i++) {
      granted += limit.apply(person).granted() ? 1 : 0;
    }
    return granted;
  }

  private void demand(String rule, boolean held) {
    if (!held) {
      broken.add(rule);
    }
  }
}
