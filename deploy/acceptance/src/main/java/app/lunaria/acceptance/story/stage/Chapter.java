package app.lunaria.acceptance.story.stage;

import java.util.List;

/**
 * Checks that tell one part of the story, in order; a later one may need what an earlier one did.
 */
public record Chapter(String title, List<Check> checks) {
  public Chapter {
    checks = List.copyOf(checks);
  }
}
