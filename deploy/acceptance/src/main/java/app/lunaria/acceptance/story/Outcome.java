package app.lunaria.acceptance.story;

import app.lunaria.acceptance.client.Answer;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a check found. Its texts are printed: they hold pseudonyms and sealed bytes, and nothing
 * that a person told.
 */
public sealed interface Outcome {
  /** It held; the lines say what was seen, the status is that of the answer that decided. */
  record Held(List<String> seen, OptionalInt status) implements Outcome {
    public Held {
      seen = List.copyOf(seen);
    }
  }

  /** It did not hold. */
  record NotHeld(String expected, String got) implements Outcome {}

  static Outcome held(String... seen) {
    return new Held(List.of(seen), OptionalInt.empty());
  }

  static Outcome held(Answer answer) {
    return new Held(List.of(), OptionalInt.of(answer.status()));
  }

  static Outcome notHeld(String expected, String got) {
    return new NotHeld(expected, got);
  }

  /** Held when the statement is true. */
  static Outcome of(boolean held, Answer answer, String expected) {
    return held ? held(answer) : notHeld(expected, answer.summary());
  }
}
