package app.lunaria.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the process is started with: {@code STATE_DIR [--idle-seconds N] [--durable true|false]}.
 *
 * @param state the state folder
 * @param idle how long to stay without a lease
 * @param durable whether rows and keys outlive the process
 */
record StackArguments(Path state, Duration idle, boolean durable) {
  private static final String USAGE =
      "usage: LocalStack STATE_DIR [--idle-seconds N] [--durable true|false]";

  static StackArguments parse(List<String> words) throws StartFailedException {
    if (words.isEmpty() || words.size() % 2 == 0) {
      throw new StartFailedException(USAGE);
    }
    Duration idle = Duration.ofSeconds(10);
    boolean durable = true;
    for (int i = 1; i < words.size(); i += 2) {
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "--idle-seconds" -> idle = seconds(value);
        case "--durable" -> durable = truth(value);
        default -> throw new StartFailedException(USAGE);
      }
    }
    return new StackArguments(Path.of(words.getFirst()), idle, durable);
  }

  private static Duration seconds(String text) throws StartFailedException {
    if (!text.matches("\\d{1,6}")) {
      throw new StartFailedException(USAGE);
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static boolean truth(String text) throws StartFailedException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new StartFailedException(USAGE);
    };
  }
}
