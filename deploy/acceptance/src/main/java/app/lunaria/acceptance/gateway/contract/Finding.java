package app.lunaria.acceptance.gateway.contract;

import app.lunaria.acceptance.client.transport.Answer;

/** What a row found. Its texts are printed: they hold nothing that was sent. */
public sealed interface Finding {
  /** The answer was right. */
  record Held(String seen) implements Finding {}

  /** It was not. */
  record Broken(String expected, String got) implements Finding {}

  /** This target gives no means to try it. */
  record NotApplicable(String because) implements Finding {}

  static Finding held(String seen) {
    return new Held(seen);
  }

  static Finding broken(String expected, String got) {
    return new Broken(expected, got);
  }

  static Finding notApplicable(String because) {
    return new NotApplicable(because);
  }

  /** Held when the statement is true; then the answer's status and problem are what was seen. */
  static Finding of(boolean held, Answer answer, String expected) {
    return held ? new Held(answer.summary()) : new Broken(expected, answer.summary());
  }

  /** The first that does not hold, else this one. */
  default Finding and(Finding next) {
    return this instanceof Held ? next : this;
  }
}
