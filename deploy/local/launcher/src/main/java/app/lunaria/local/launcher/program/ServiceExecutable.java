package app.lunaria.local.launcher.program;

import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The native executable of a service. */
record ServiceExecutable(Shell shell, Service service) implements ServicePackage {
  @Override
  public void need() {
    if (path().isEmpty()) {
      throw new Complaint(
          ExitCode.DID_NOT_HOLD,
          service.module() + " is not built natively",
          shell.shown(target()),
          "./mvnw package -DskipTests -Dnative.service=%s -pl %s -am"
              .formatted(service.module(), service.module()));
    }
  }

  @Override
  public ProcessBuilder process(Path temporary, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(path().orElseThrow().toString());
    command.addAll(List.of("-Xmx192m", "-Djava.io.tmpdir=" + temporary));
    command.addAll(List.of(arguments));
    return ServicePackage.bare(command);
  }

  /** Its name ends in the version and this word. */
  private Optional<Path> path() {
    if (!Files.isDirectory(target())) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(target(), "*-runner")) {
      for (Path file : found) {
        return Optional.of(file);
      }
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path target() {
    return shell.root().resolve(service.module()).resolve("target");
  }

  @Override
  public String toString() {
    return "ServiceExecutable[" + service + "]";
  }
}
