package app.lunaria.local.launcher.home;

import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds everything a running stack has on this machine. */
public record Home(Path folder, Path logs) {
  private static final String ROOT = "root";

  /** Where {@code up} keeps its data: LUNARIA_HOME, else ~/.lunaria, as root /var/lib/lunaria. */
  public static Home of(Shell shell) {
    Path folder =
        shell
            .variable("LUNARIA_HOME")
            .map(Path::of)
            .orElseGet(
                () ->
                    System.getProperty("user.name").equals(ROOT)
                        ? Path.of("/var/lib/lunaria")
                        : Path.of(System.getProperty("user.home"), ".lunaria"));
    Path absolute = folder.toAbsolutePath().normalize();
    return new Home(absolute, absolute.resolve("logs"));
  }

  /** Where a demo plays: {@code target/demo}, the logs in plain sight. */
  public static Home ofDemo(Shell shell) {
    Path folder = shell.root().resolve("target").resolve("demo");
    return new Home(folder, folder);
  }

  public Path stack() {
    return folder.resolve("stack");
  }

  public Path config() {
    return folder.resolve("config");
  }

  public Path temporary() {
    return folder.resolve("tmp");
  }

  public Path run() {
    return folder.resolve("run.json");
  }

  public Path lock() {
    return folder.resolve("up.lock");
  }

  public Path session() {
    return folder.resolve("session.json");
  }

  public Path log(Service service) {
    return logs.resolve(service.module() + ".log");
  }

  /** The gateway's. */
  public Path gatewayLog() {
    return logs.resolve("gateway.log");
  }

  /** The certificate authority that clients trust; made once, and kept by a fresh start. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /**
   * Makes the folders: others may pass through (PostgreSQL may run as another user), and see
   * nothing.
   */
  public void create() throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    for (Path part : List.of(config(), logs, temporary())) {
      if (!part.equals(folder)) {
        Files.createDirectories(part);
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  /** Deletes what lies at a path, a folder with all its content, and follows no link. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> content = Files.walk(path)) {
      for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
