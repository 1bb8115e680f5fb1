package app.lunaria.local.stack.client;

import java.util.Map;
import java.util.Optional;

/** The platforms for which PostgreSQL's files can be packaged with the stack. */
public final class SupportedPlatform {
  private static final Map<String, String> SYSTEMS = Map.of("Linux", "linux", "Mac OS X", "darwin");

  private static final Map<String, String> ARCHITECTURES =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64");

  private SupportedPlatform() {}

  /** Empty on Linux and macOS, x86-64 and arm64; elsewhere a sentence that says what is missing. */
  public static Optional<String> objection() {
    return objection(system(), architecture());
  }

  static Optional<String> objection(String system, String architecture) {
    return name(system, architecture).isPresent()
        ? Optional.empty()
        : Optional.of(
            "the local stack runs on Linux and macOS, x86-64 and arm64, and this is %s %s"
                .formatted(system, architecture));
  }

  /** What PostgreSQL's archive for this platform is called by, such as {@code linux-x86_64}. */
  public static Optional<String> name() {
    return name(system(), architecture());
  }

  static Optional<String> name(String system, String architecture) {
    return Optional.ofNullable(SYSTEMS.get(system))
        .flatMap(
            known ->
                Optional.ofNullable(ARCHITECTURES.get(architecture))
                    .map(machine -> known + "-" + machine));
  }

  private static String system() {
    return System.getProperty("os.name", "");
  }

  private static String architecture() {
    return System.getProperty("os.arch", "");
  }
}
