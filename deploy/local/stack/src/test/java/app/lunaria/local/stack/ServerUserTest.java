package app.lunaria.local.stack;

import static app.lunaria.local.stack.StackUnderTest.CLASS_PATH;
import static app.lunaria.local.stack.StackUnderTest.asOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lunaria.local.stack.client.DatabaseAccess;
import app.lunaria.local.stack.client.StackClient;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The users that the stack's process and PostgreSQL can be; how root does it by default the other
 * tests show.
 */
class ServerUserTest {
  private static final int NOBODY = 65534;
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  @TempDir Path folder;

  @BeforeEach
  void onlyRootCanBecomeSomebodyElse() {
    assumeTrue(
        System.getProperty("user.name").equals("root"),
        "only root can run the stack as another user: the other tests ran it as an ordinary one");
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setpriv")),
        "setpriv (util-linux) is needed to run the stack as another user");
  }

  @Test
  void anOrdinaryUserRunsIt() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<Path> classPath = copyForOthers(CLASS_PATH, folder.resolve("class-path"));
    Path state = Files.createDirectory(folder.resolve("state"));
    Files.setAttribute(state, "unix:uid", NOBODY);
    List<String> command = new ArrayList<>(AS_NOBODY);
    command.addAll(StackUnderTest.command(classPath, state.toString(), "--durable", "false"));

    useAndStop(command, state);
  }

  @Test
  void rootRunsItWhereUserNamespacesAreRefusedAndNobodyReachesTheFolder() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path state = folder.resolve("state");
    List<String> command =
        StackUnderTest.command(
            CLASS_PATH,
            "-Dlocal-stack.no-user-namespaces=true",
            state.toString(),
            "--durable",
            "false");

    Path home = useAndStop(command, state).getParent();

    assertThat(home).hasParent(Path.of("/var/tmp"));
    deleteTree(home);
  }

  @Test
  void rootRunsItWhereUserNamespacesAreRefusedInTheFolderItself() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path state = folder.resolve("state");
    List<String> command =
        StackUnderTest.command(
            CLASS_PATH,
            "-Dlocal-stack.no-user-namespaces=true",
            state.toString(),
            "--durable",
            "false");

    Path data = useAndStop(command, state);

    assertThat(data).startsWithRaw(state.toRealPath());
  }

  /** The data directory, after the database was used and the process ended. */
  private Path useAndStop(List<String> command, Path state) throws Exception {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    await()
        .atMost(StackUnderTest.PATIENCE)
        .until(() -> !process.isAlive() || Files.exists(state.resolve("stack.properties")));
    assertThat(Files.readString(log)).isEmpty();

    Optional<StackClient> stack = StackClient.tryAttach(state);
    DatabaseAccess access = stack.orElseThrow().db("user", true);
    asOwner(access, "CREATE TABLE t (v text)");
    stack.get().stopStack();

    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(log)).isEmpty();
    return stack.get().properties().dataDirectory();
  }

  /** What is below root's home cannot be read by others. */
  private static List<Path> copyForOthers(List<Path> classPath, Path target) throws IOException {
    Files.createDirectory(target);
    List<Path> copies = new ArrayList<>();
    for (Path entry : classPath) {
      Path copy = target.resolve(copies.size() + "-" + entry.getFileName());
      if (Files.isDirectory(entry)) {
        copyTree(entry, copy);
      } else {
        Files.copy(entry, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
      }
      copies.add(copy);
    }
    return copies;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(at)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path at, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(at, to.resolve(from.relativize(at)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void deleteTree(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
