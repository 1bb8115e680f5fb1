package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.RunState;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a launcher and a service leave that are killed, and what the next start makes of it. */
class CrashIT {
  private static final Path ROOT = Path.of(System.getProperty("lunaria.root"));
  private static final Path WORK = ROOT.resolve("deploy/local/launcher/target/crash");
  private static final Path HOME = WORK.resolve("home");
  private static final Path SCREEN = WORK.resolve("up.txt");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static Process up;

  @BeforeAll
  static void start() throws Exception {
    Home.delete(WORK);
    Files.createDirectories(WORK);
    up();
  }

  @AfterAll
  static void stop() throws Exception {
    up.destroy();
    up.waitFor(1, TimeUnit.MINUTES);
  }

  @Test
  void theNextStartEndsWhatAKilledLauncherLeftAndAKilledServiceEndsAllOfIt() throws Exception {
    RunState first = state();
    kill(up.toHandle());
    assertThat(first.services().stream()).allMatch(RunningProcess::isAlive);

    up();

    assertThat(first.services().stream()).noneMatch(RunningProcess::isAlive);
    RunState second = state();
    assertThat(second.isAlive()).isTrue();

    kill(ProcessHandle.of(second.services().of(Service.CYCLE).pid()).orElseThrow());

    assertThat(up.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(up.exitValue()).isEqualTo(1);
    assertThat(Files.readString(SCREEN))
        .contains("error: cycle-service ended with 137", "cycle-service.log");
    assertThat(second.services().stream()).noneMatch(RunningProcess::isAlive);
    assertThat(HOME.resolve("run.json")).doesNotExist();
    assertThat(HOME.resolve("up.lock")).doesNotExist();
  }

  private static void up() throws IOException {
    up = Script.start(ROOT.resolve("lunaria"), HOME, SCREEN, "up");
    await().atMost(PATIENCE).until(() -> !up.isAlive() || screen().contains("Ctrl-C"));
    assertThat(screen()).contains("Ctrl-C");
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(1, TimeUnit.MINUTES);
  }

  private static RunState state() throws IOException {
    return RunState.read(HOME.resolve("run.json")).orElseThrow();
  }

  private static String screen() throws IOException {
    return Files.readString(SCREEN);
  }
}
