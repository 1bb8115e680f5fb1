package app.lunaria.local.launcher.scripts;

import app.lunaria.testkit.documents.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder with the scripts of this checkout and services that have no more than their names.
 *
 * @param folder it, which has a folder of its own above it
 */
record MadeCheckout(Path folder) {
  private static final List<String> SCRIPTS =
      List.of("mvnw", ".mvn/jdk.sh", ".mvn/graalvm.sh", ".ci/native-service", ".ci/run");

  static MadeCheckout in(Path above) throws IOException {
    MadeCheckout made = new MadeCheckout(above.resolve("checkout"));
    for (String script : SCRIPTS) {
      Path target = made.folder.resolve(script);
      Files.createDirectories(target.getParent());
      Files.copy(
          Checkout.ofThisTest().root().resolve(script), target, StandardCopyOption.COPY_ATTRIBUTES);
    }
    made.write("user-service/src/main/resources/application.properties", "");
    made.write("cycle-service/src/main/resources/application.properties", "");
    return made;
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** A program in a folder beside the checkout or in it. */
  static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs a command there, with these variables only. */
  Said run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    Map<String, String> variables = new LinkedHashMap<>(environment);
    variables.putIfAbsent("PATH", System.getenv("PATH"));
    variables.putIfAbsent("HOME", folder.toString());
    variables.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text.strip());
  }

  /** How a command ended, and what it said. */
  record Said(int exitCode, String text) {}
}
