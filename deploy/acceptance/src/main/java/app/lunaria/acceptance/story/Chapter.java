package app.lunaria.acceptance.story;

import java.util.List;

/**
 * Checks that tell one part of the story, in order; a later one may need what an earlier one did.
 */
record Chapter(String title, List<Check> checks) {
  Chapter {
    checks = List.copyOf(checks);
  }
}
