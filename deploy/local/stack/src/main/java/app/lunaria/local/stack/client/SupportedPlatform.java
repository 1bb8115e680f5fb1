package app.lunaria.local.stack.client;

import java.util.Optional;

/** The one platform whose PostgreSQL files are packaged with the stack. */
public final class SupportedPlatform {
  private SupportedPlatform() {}

  /** Empty on Linux x86-64, elsewhere a sentence that says what is missing. */
  public static Optional<String> objection() {
    return objection(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Optional<String> objection(String system, String architecture) {
    boolean supported =
        system.equals("Linux") && (architecture.equals("amd64") || architecture.equals("x86_64"));
    return supported
        ? Optional.empty()
        : Optional.of(
            "the local stack runs on Linux x86-64 only, and this is %s %s"
                .formatted(system, architecture));
  }
}
