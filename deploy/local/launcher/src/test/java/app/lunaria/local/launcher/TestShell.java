package app.lunaria.local.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A shell whose environment a test sets and whose streams it reads. */
final class TestShell {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private final Path root;

  TestShell(Path root, Path home) {
    this.root = root;
    set("LUNARIA_HOME", home.toString());
  }

  TestShell set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  int run(String... words) {
    out.reset();
    err.reset();
    return Lunaria.run(shell(), words);
  }

  Shell shell() {
    return new Shell(environment, stream(out), stream(err), root, false);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
