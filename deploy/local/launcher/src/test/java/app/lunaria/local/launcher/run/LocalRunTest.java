package app.lunaria.local.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.lunaria.local.launcher.TestShell;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.RunState;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.PerService;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunTest {
  @TempDir Path root;

  private final Resources resources = new Resources();

  @Test
  void servicesThatAKilledLauncherLeftAreEndedFirst() throws Exception {
    for (Service service : Service.values()) {
      buildNothingButTheName(service);
    }
    Home home = home();
    home.create();
    PerService<Process> left =
        PerService.make(service -> new ProcessBuilder("sleep", "600").start());
    RunState.starting(left, Addresses.CUSTOMARY).write(home.run());

    run(home).takeHome();

    assertThat(left.stream()).hasSize(Service.values().length).noneMatch(Process::isAlive);
    resources.close();
    assertThat(home.run()).doesNotExist();
    assertThat(home.lock()).doesNotExist();
    assertThat(home.temporary()).doesNotExist();
  }

  @Test
  void whatIsNotBuiltIsSaidBeforeAnythingIsTouched() throws Exception {
    buildNothingButTheName(Service.USER);
    Home home = home();

    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> run(home).takeHome())
        .withMessage("cycle-service is not built");
    assertThat(home.folder()).doesNotExist();
  }

  @Test
  void portsThatAreNoneAreSaidBeforeAnythingIsTouched() {
    Home home = home();
    Shell shell = new TestShell(root, home.folder()).set(Addresses.PORTS_ABOVE, "many").shell();

    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> run(home, shell))
        .withMessageContaining("LUNARIA_PORTS_ABOVE");
    assertThat(home.folder()).doesNotExist();
  }

  private LocalRun run(Home home) {
    return run(home, new TestShell(root, home.folder()).shell());
  }

  private LocalRun run(Home home, Shell shell) {
    return new LocalRun(shell, home, new Screen(shell.out(), false), resources);
  }

  private Home home() {
    Path folder = root.resolve("home");
    return new Home(folder, folder.resolve("logs"));
  }

  private void buildNothingButTheName(Service service) throws Exception {
    Path program = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(program.getParent());
    Files.createFile(program);
  }
}
