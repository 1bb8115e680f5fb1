package app.lunaria.acceptance.story.stage;

import java.io.IOException;

/**
 * One statement of the story and the trial that decides it. When a foundation does not hold, the
 * rest of the story cannot be tried: each chapter builds on those before it.
 */
public record Check(String name, boolean foundation, Trial trial) {
  /** Tries it out. An {@code IOException} means that something did not answer: not held. */
  @FunctionalInterface
  public interface Trial {
    Outcome run() throws IOException, InterruptedException;
  }

  public static Check that(String name, Trial trial) {
    return new Check(name, false, trial);
  }

  public static Check foundation(String name, Trial trial) {
    return new Check(name, true, trial);
  }
}
