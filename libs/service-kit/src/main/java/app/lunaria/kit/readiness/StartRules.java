package app.lunaria.kit.readiness;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What must hold before a service takes its first request. */
public final class StartRules {
  private StartRules() {}

  /** Everything that speaks against a start with these settings; a setting is found by its name. */
  public static List<Finding> judge(Function<String, Optional<String>> settings) {
    return List.of();
  }
}
