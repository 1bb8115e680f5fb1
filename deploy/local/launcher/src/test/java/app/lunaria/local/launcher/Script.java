package app.lunaria.local.launcher;

import app.lunaria.local.launcher.service.Addresses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./lunaria} as a person starts it from some folder, with what is built already. */
final class Script {
  private Script() {}

  /** What it prints goes to the file. */
  static Process start(Path script, Path home, Path screen, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile());
    builder.environment().put("LUNARIA_HOME", home.toString());
    builder.environment().put("LUNARIA_BUILD", "no");
    builder.environment().put("LUNARIA_ENV", "test");
    builder.environment().put(Addresses.PORTS_ABOVE, Integer.toString(TestShell.PORTS_ABOVE));
    return builder.start();
  }
}
