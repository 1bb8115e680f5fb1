package app.lunaria.bench.traffic;

import app.lunaria.bench.people.Person;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a person writes: a day that is new, then the same day once more with something changed, then
 * the next. So half of all writes are new rows and half replace one, as when an app saves while she
 * types.
 */
public final class Diary {
  private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
  private static final String NOTES =
      "Slept badly, a long day at work, better after a walk in the evening. Tea and an early night.";

  private final Person person;
  private final boolean onOneDay;
  private final Deque<String> proofs = new ArrayDeque<>();
  private LocalDate day = FIRST;
  private String tag = freshTag();
  private Optional<String> etag = Optional.empty();
  private int writes;

  private Diary(Person person, boolean onOneDay) {
    this.person = person;
    this.onOneDay = onOneDay;
  }

  public Diary(Person person) {
    this(person, false);
  }

  /** Who writes about one day again and again, so that her history does not grow. */
  public static Diary onOneDay(Person person) {
    return new Diary(person, true);
  }

  Person person() {
    return person;
  }

  /** Proofs that were signed for this turn. */
  Deque<String> proofs() {
    return proofs;
  }

  /** What is known of the day that is written next; empty when it is new. */
  Optional<String> etag() {
    return etag;
  }

  /** What stands in the place of cycle-service's tag, which the bare service cannot make. */
  String tag() {
    return tag;
  }

  /** The members of the day, about 300 bytes, without the braces. */
  String members() {
    return "\"day\":\""
        + day
        + "\",\"flow\":\"medium\",\"symptoms\":[\"cramps\",\"headache\",\"tender-breasts\"],"
        + "\"mood\":[\"calm\",\"tired\"],\"temperature\":{\"celsius\":36."
        + (10 + writes % 80)
        + ",\"excluded\":false},\"notes\":\""
        + NOTES
        + "\"";
  }

  /** The service has written it. */
  void written(Optional<String> answered) {
    writes++;
    if (onOneDay || etag.isEmpty()) {
      etag = answered;
    } else {
      etag = Optional.empty();
      day = day.plusDays(1);
      tag = freshTag();
    }
  }

  private static String freshTag() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "‹Diary›";
  }
}
