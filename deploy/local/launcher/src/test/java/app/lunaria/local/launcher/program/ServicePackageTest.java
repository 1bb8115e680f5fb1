package app.lunaria.local.launcher.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.lunaria.local.launcher.TestShell;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which program of a service is started: jar and executable lie side by side. */
class ServicePackageTest {
  private static final Path TEMPORARY = Path.of("/tmp/of-it");

  @TempDir Path root;

  @Test
  void theJarIsStartedUnlessTheExecutableIsAskedFor() throws Exception {
    build("user-service/target/quarkus-app/quarkus-run.jar");
    Path executable = build("user-service/target/user-service-9-runner");

    assertThat(command("")).contains("-jar").doesNotContain(executable.toString());
    assertThat(command("cycle-service")).contains("-jar");
    assertThat(command("user-service")).startsWith(executable.toString()).doesNotContain("-jar");
    assertThat(command("cycle-service, user-service")).startsWith(executable.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user-service"})
  void bothWriteInTheirTemporaryFolderAndTakeTheArguments(String choice) throws Exception {
    build("user-service/target/quarkus-app/quarkus-run.jar");
    build("user-service/target/user-service-9-runner");

    assertThat(command(choice))
        .contains("-Djava.io.tmpdir=/tmp/of-it", "-Xmx192m")
        .endsWith("--task=migrate");
  }

  @Test
  void anExecutableThatIsNotBuiltIsSaidWithTheCommandThatBuildsIt() throws Exception {
    build("user-service/target/quarkus-app/quarkus-run.jar");

    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> of("user-service").need())
        .withMessage("user-service is not built natively")
        .extracting(Complaint::text)
        .asString()
        .contains("-Dnative.service=user-service");
  }

  @Test
  void aNameThatIsNoServicesIsWrongUse() {
    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> of("user"))
        .satisfies(wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.USED_WRONGLY))
        .extracting(Complaint::text)
        .asString()
        .contains("there are user-service and cycle-service");
  }

  private java.util.List<String> command(String choice) {
    return of(choice).process(TEMPORARY, "--task=migrate").command();
  }

  private ServicePackage of(String choice) {
    Shell shell =
        new TestShell(root, root.resolve("home")).set(ServicePackage.CHOICE, choice).shell();
    return ServicePackage.of(shell, Service.USER);
  }

  private Path build(String file) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.createFile(path);
  }
}
