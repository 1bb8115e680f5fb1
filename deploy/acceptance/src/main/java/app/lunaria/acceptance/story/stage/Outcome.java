package app.lunaria.acceptance.story.stage;

import app.lunaria.acceptance.client.transport.Answer;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a check found. Its texts are printed: they hold pseudonyms, sealed bytes and counts, and
 * nothing that a person told, with one exception: a picture shows a made person her own data, as
 * her phone would. What did not hold is told without any.
 */
public sealed interface Outcome {
  /**
   * It held.
   *
   * @param seen lines that say what was seen
   * @param status that of the answer that decided
   * @param picture lines that show it, over the whole width
   */
  record Held(List<String> seen, OptionalInt status, List<String> picture) implements Outcome {
    public Held {
      seen = List.copyOf(seen);
      picture = List.copyOf(picture);
    }

    public Held(List<String> seen, OptionalInt status) {
      this(seen, status, List.of());
    }
  }

  /** It did not hold. */
  record NotHeld(String expected, String got) implements Outcome {}

  static Outcome held(String... seen) {
    return new Held(List.of(seen), OptionalInt.empty());
  }

  static Outcome held(Answer answer, String... seen) {
    return new Held(List.of(seen), OptionalInt.of(answer.status()));
  }

  static Outcome pictured(Answer answer, List<String> picture) {
    return new Held(List.of(), OptionalInt.of(answer.status()), picture);
  }

  static Outcome notHeld(String expected, String got) {
    return new NotHeld(expected, got);
  }

  /** Held when the statement is true. */
  static Outcome of(boolean held, Answer answer, String expected) {
    return held ? held(answer) : notHeld(expected, answer.summary());
  }
}
