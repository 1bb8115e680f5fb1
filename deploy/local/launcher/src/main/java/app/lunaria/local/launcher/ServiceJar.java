package app.lunaria.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program of a service as it ships, and how a process of it begins. */
record ServiceJar(Shell shell, Service service) {
  private static final Path PLACE = Path.of("target", "quarkus-app", "quarkus-run.jar");

  /** A complaint when it is not built. */
  void need() {
    if (!Files.exists(path())) {
      throw new Complaint(
          ExitCode.DID_NOT_HOLD,
          service.module() + " is not built",
          shell.shown(path()),
          "run ./lunaria, which builds what is missing, from this checkout");
    }
  }

  /** A process of it, on little memory: nothing of the person's own environment configures it. */
  ProcessBuilder process(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx192m"));
    command.addAll(options);
    command.addAll(List.of("-jar", path().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
    return process;
  }

  private Path path() {
    return shell.root().resolve(service.module()).resolve(PLACE);
  }

  @Override
  public String toString() {
    return "ServiceJar[" + service + "]";
  }
}
