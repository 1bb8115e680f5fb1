package app.lunaria.acceptance.story;

import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import java.time.Duration;
import java.util.List;

/** Hears the story as it goes on: a screen, or a test. */
public interface Teller {
  void chapter(int number, String title);

  void held(Check check, Outcome.Held outcome, Duration took);

  /** A log is named with the first line that was written since the check began. */
  void notHeld(Check check, Outcome.NotHeld outcome, List<String> lookAt);
}
