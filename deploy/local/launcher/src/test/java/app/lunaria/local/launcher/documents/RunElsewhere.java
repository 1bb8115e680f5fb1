package app.lunaria.local.launcher.documents;

import java.util.Arrays;

/** Commands in the documents that are not run here: each with the test that does it, or why not. */
enum RunElsewhere {
  DEMO("./lunaria demo", "LauncherIT"),
  UP("./lunaria up", "LauncherIT"),
  BENCH("./lunaria bench", "BenchIT"),
  VERIFY("./mvnw verify", "this test is a part of it"),
  NATIVELY("./mvnw package -DskipTests -Dnative.service=user-service", ".ci/run, in ./mvnw verify"),
  ALL_NATIVELY("./mvnw package -DskipTests -Dnative.phase=package", "whoever measures natively"),
  STARTED_NATIVELY("LUNARIA_NATIVE=user-service ./lunaria", "StoryIT, when .ci/run builds it"),
  INTEGRATION(".ci/run", "this test is a part of it"),
  DEV_MODE("./mvnw quarkus:dev", "LiveReloadIT"),
  DEV_MODE_OF_ALL("./mvnw -T8 quarkus:dev", "LiveReloadIT, for one of them"),
  AT_DEV_MODE(
      "LUNARIA_HOME=.local-stack ./lunaria",
      "needs dev mode at the ports that it has by default, which may be taken here"),
  DESCRIBE("./mvnw test", "it writes what ApiComponentTest compares"),
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
