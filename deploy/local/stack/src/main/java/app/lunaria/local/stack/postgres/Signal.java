package app.lunaria.local.stack.postgres;

import java.io.IOException;
import java.util.List;

/** Signals that the JDK does not send by itself. */
final class Signal {
  private Signal() {}

  /**
   * Sends a signal by the {@code kill} that is built into every shell; a process that is gone is no
   * error.
   */
  static void send(long processId, String name) throws IOException {
    Process kill =
        new ProcessBuilder(List.of("/bin/sh", "-c", "kill -s " + name + " " + processId))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    kill.onExit().join();
  }
}
