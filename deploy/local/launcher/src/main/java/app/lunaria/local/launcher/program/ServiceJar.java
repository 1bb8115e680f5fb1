package app.lunaria.local.launcher.program;

import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar of a service, and how a JVM of it begins. */
public record ServiceJar(Shell shell, Service service) implements ServicePackage {
  private static final Path PLACE = Path.of("target", "quarkus-app", "quarkus-run.jar");

  @Override
  public void need() {
    if (!Files.exists(path())) {
      throw new Complaint(
          ExitCode.DID_NOT_HOLD,
          service.module() + " is not built",
          shell.shown(path()),
          "run ./lunaria, which builds what is missing, from this checkout");
    }
  }

  /** It starts sooner when its code is compiled quickly instead of well. */
  @Override
  public ProcessBuilder process(Path temporary, String... arguments) {
    return process(List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary), arguments);
  }

  /** A process of it with these options of the JVM. */
  public ProcessBuilder process(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx192m"));
    command.addAll(options);
    command.addAll(List.of("-jar", path().toString()));
    command.addAll(List.of(arguments));
    return ServicePackage.bare(command);
  }

  private Path path() {
    return shell.root().resolve(service.module()).resolve(PLACE);
  }

  @Override
  public String toString() {
    return "ServiceJar[" + service + "]";
  }
}
