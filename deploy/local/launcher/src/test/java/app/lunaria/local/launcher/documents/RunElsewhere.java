package app.lunaria.local.launcher.documents;

import java.util.Arrays;

/** Commands in the documents that are not run here: each with the test that does it, or why not. */
enum RunElsewhere {
  DEMO("./lunaria demo", "LauncherIT"),
  UP("./lunaria up", "LauncherIT"),
  VERIFY("./mvnw verify", "this test is a part of it"),
  FORMAT("./mvnw spotless:apply", "the build holds that it would change nothing");

  private final String command;
  private final String why;

  RunElsewhere(String command, String why) {
    this.command = command;
    this.why = why;
  }

  static boolean runs(String line) {
    return Arrays.stream(values())
        .anyMatch(one -> line.equals(one.command) || line.startsWith(one.command + " "));
  }

  String why() {
    return why;
  }
}
