package app.lunaria.local.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.PerService;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.RunningProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
  @TempDir Path folder;

  private final RunningProcess self = RunningProcess.of(ProcessHandle.current());

  @Test
  void whatWasWrittenIsRead() throws Exception {
    RunState state = running(self).nowReady();
    state.write(file());

    assertThat(RunState.read(file())).contains(state);
    assertThat(state.isAlive()).isTrue();
  }

  @Test
  void aMissingOrHalfWrittenFileSaysNothing() throws Exception {
    assertThat(RunState.read(file())).isEmpty();
    assertThat(RunState.read(Files.writeString(file(), "{\"launcher\":"))).isEmpty();
    assertThat(RunState.read(Files.writeString(file(), "{}"))).isEmpty();
    running(self).write(file());
    String oneService = Files.readString(file()).replace("\"cycle\"", "\"other\"");
    assertThat(RunState.read(Files.writeString(file(), oneService))).isEmpty();
  }

  @Test
  void oneServiceThatIsGoneMeansThatItDoesNotRun() {
    RunningProcess gone = new RunningProcess(Long.MAX_VALUE, Instant.EPOCH);

    assertThat(running(gone).isAlive()).isFalse();
  }

  @Test
  void anotherProcessWithTheSameIdIsNotTakenForIt() {
    RunningProcess earlier = new RunningProcess(self.pid(), self.began().minus(Duration.ofDays(1)));

    assertThat(earlier.isAlive()).isFalse();
    earlier.end(); // this JVM goes on
    assertThat(self.isAlive()).isTrue();
  }

  @Test
  void aProcessIsEnded() throws Exception {
    Process sleeper = new ProcessBuilder("sleep", "600").start();

    RunningProcess.of(sleeper.toHandle()).end();

    assertThat(sleeper.isAlive()).isFalse();
  }

  @Test
  void aProcessThatIsGoneIsNotAlive() {
    assertThat(new RunningProcess(Long.MAX_VALUE, Instant.EPOCH).isAlive()).isFalse();
  }

  /** A run whose cycle-service is the given process. */
  private RunState running(RunningProcess cycle) {
    return new RunState(
        self,
        PerService.make(service -> service == Service.CYCLE ? cycle : self),
        Addresses.CUSTOMARY,
        false);
  }

  private Path file() {
    return folder.resolve("run.json");
  }
}
