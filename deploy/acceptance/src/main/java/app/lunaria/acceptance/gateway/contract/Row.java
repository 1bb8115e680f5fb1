package app.lunaria.acceptance.gateway.contract;

import java.io.IOException;

/**
 * One row of the contract: what is sent, told in a few words, and the trial that says whether the
 * answer is right.
 *
 * @param part of the contract that it belongs to
 * @param lengthy whether it waits for somebody's patience to end, and is tried beside the others
 */
public record Row(String part, String name, Trial trial, boolean lengthy) {
  public Row(String part, String name, Trial trial) {
    this(part, name, trial, false);
  }

  public static Row lengthy(String part, String name, Trial trial) {
    return new Row(part, name, trial, true);
  }

  /** Sends and judges. An {@code IOException} means that nothing answered: the row is broken. */
  @FunctionalInterface
  public interface Trial {
    Finding run() throws IOException, InterruptedException;
  }

  /** Tries it out. */
  public Finding judge() throws InterruptedException {
    try {
      return trial.run();
    } catch (IOException unanswered) {
      return new Finding.Broken(
          "an answer", unanswered.getClass().getSimpleName() + ": " + unanswered.getMessage());
    }
  }
}
