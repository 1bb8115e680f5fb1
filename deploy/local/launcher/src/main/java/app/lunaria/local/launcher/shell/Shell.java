package app.lunaria.local.launcher.shell;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a command: its environment, its two streams, the checkout it belongs to. Handed
 * in, so that a test can give another one.
 *
 * @param moving whether lines may be rewritten and coloured: a terminal, and neither NO_COLOR nor
 *     CI is set
 */
public record Shell(
    Map<String, String> environment, PrintStream out, PrintStream err, Path root, boolean moving) {
  public static Shell ofThisProcess() {
    Map<String, String> environment = System.getenv();
    boolean terminal = Boolean.getBoolean("lunaria.terminal");
    return new Shell(
        environment,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Path.of(System.getProperty("lunaria.root", "")).toAbsolutePath(),
        terminal && !environment.containsKey("NO_COLOR") && !environment.containsKey("CI"));
  }

  /** The value of a variable; empty when it is not set or set to nothing. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** The terminal to ask a person at. */
  Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /** A path as it is best read: from the checkout when it lies there, else whole. */
  public String shown(Path path) {
    return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
  }

  @Override
  public String toString() {
    return "Shell[" + root + "]";
  }
}
