package app.lunaria.local.launcher;

import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.shell.Shell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A shell whose environment a test sets and whose streams it reads. */
public final class TestShell {
  /** Each fork of the integration tests has ports of its own. */
  static final int PORTS_ABOVE = Integer.getInteger("lunaria.ports.above", 0);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private final Path root;

  public TestShell(Path root, Path home) {
    this.root = root;
    set("LUNARIA_HOME", home.toString());
    set(Addresses.PORTS_ABOVE, Integer.toString(PORTS_ABOVE));
  }

  public TestShell set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public int run(String... words) {
    out.reset();
    err.reset();
    return Lunaria.run(shell(), words);
  }

  public Shell shell() {
    return new Shell(environment, stream(out), stream(err), root, false);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
