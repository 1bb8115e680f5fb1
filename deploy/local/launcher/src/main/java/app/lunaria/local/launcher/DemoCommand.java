package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.inspector.local.LocalInspector;
import app.lunaria.acceptance.story.Story;
import app.lunaria.acceptance.story.Verdict;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.Stack;
import app.lunaria.local.launcher.run.LocalRun;
import app.lunaria.local.launcher.run.Started;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.CtrlC;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
    name = "demo",
    description = "Starts everything, plays the whole story against it, throws it away.")
final class DemoCommand implements Callable<Integer> {
  /** What a shell calls a process ended by Ctrl-C. */
  private static final int INTERRUPTED = 130;

  private final Shell shell;

  /** Known once PostgreSQL runs; then it may lie outside the demo's folder. */
  private volatile @Nullable Path dataDirectory;

  private volatile boolean stateIsKept;

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Home home = Home.ofDemo(shell);
    Screen screen = new Screen(shell.out(), shell.moving());
    screen.line(
        screen.strong("Lunaria") + " · the whole story on this machine, thrown away at the end");
    screen.line("");
    try (Resources resources = new Resources();
        CtrlC ctrlC = new CtrlC(resources, screen, INTERRUPTED)) {
      LocalRun run = new LocalRun(shell, home, screen, resources);
      run.takeHome();
      startEmpty(home);
      resources.open(() -> home, this::throwAway);
      Verdict verdict = play(run, screen, resources);
      stateIsKept = !verdict.allHeld();
      resources.close();
      conclude(verdict, start, home, screen);
      return verdict.allHeld() ? ExitCode.HELD : ExitCode.DID_NOT_HOLD;
    }
  }

  private static void startEmpty(Home home) throws IOException {
    Stack.stopIn(home);
    Home.delete(home.stack());
    Home.delete(home.config());
    for (Service service : Service.values()) {
      Home.delete(home.log(service));
    }
    Home.delete(home.gatewayLog());
    home.create();
  }

  private void throwAway(Home home) {
    if (stateIsKept) {
      return;
    }
    try {
      if (dataDirectory != null) {
        Stack.discardElsewhere(dataDirectory, home);
      }
      Home.delete(home.folder());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Verdict play(LocalRun run, Screen screen, Resources resources)
      throws IOException, InterruptedException {
    try {
      Started started = run.start(LocalRun.TRIAL);
      dataDirectory = started.stack().properties().dataDirectory();
      return play(started.topology(), screen, resources);
    } catch (Complaint | IOException failed) {
      stateIsKept = !resources.isClosed(); // a failure while everything is being closed is none
      throw failed;
    }
  }

  private Verdict play(Topology topology, Screen screen, Resources resources)
      throws IOException, InterruptedException {
    try (HttpTransport transport = HttpTransport.to(topology)) {
      LunariaClient client = new LunariaClient(topology, transport, Clock.systemUTC());
      return new Story(client, new LocalInspector(topology.stack()), new SecureRandom())
          .play(new ScreenTeller(screen, shell, resources));
    }
  }

  private void conclude(Verdict verdict, long start, Home home, Screen screen) {
    screen.line("");
    String time = Screen.time(System.nanoTime() - start);
    if (verdict.allHeld()) {
      screen.line(verdict.held() + " checks held in " + time + ". Try it yourself: ./lunaria up");
      return;
    }
    String notTried =
        verdict.notTried() == 0 ? "" : ", " + verdict.notTried() + " could not be tried";
    screen.line(
        verdict.held()
            + " checks held, "
            + verdict.notHeld()
            + " did not"
            + notTried
            + ". The state is kept in "
            + shell.shown(home.folder())
            + " for you to look at.");
  }
}
