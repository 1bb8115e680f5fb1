package app.lunaria.kit.task;

import java.util.Arrays;
import java.util.Optional;

/** What the program can do besides serving. */
enum Task {
  MIGRATE("migrate"),
  EPOCH("epoch");

  private final String text;

  Task(String text) {
    this.text = text;
  }

  static Optional<Task> of(String text) {
    return Arrays.stream(values()).filter(task -> task.text.equals(text)).findFirst();
  }

  /**
   * Settings of a run that serves nobody: no port is opened, no scheduled work begins, and nobody
   * needs fast signatures or the keys that requests need.
   */
  static void begin() {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    System.setProperty("quarkus.scheduler.enabled", "false");
    System.setProperty("lunaria.signatures.fast", "false");
    System.setProperty("lunaria.keys.from-start", "false");
  }
}
