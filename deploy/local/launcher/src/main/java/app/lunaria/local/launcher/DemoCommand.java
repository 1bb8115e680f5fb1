package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.HttpTransport;
import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.Topology;
import app.lunaria.acceptance.inspector.LocalInspector;
import app.lunaria.acceptance.story.Story;
import app.lunaria.acceptance.story.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "demo",
    description = "Starts everything, plays the whole story against it, throws it away.")
final class DemoCommand implements Callable<Integer> {
  /** What a shell calls a process ended by Ctrl-C. */
  private static final int INTERRUPTED = 130;

  private final Shell shell;

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
      LocalRun.Started started = run.start(LocalRun.TRIAL);
      Verdict verdict = play(started.topology(), screen);
      if (verdict.allHeld()) {
        Path data = started.stack().properties().dataDirectory();
        resources.close();
        Stack.discardElsewhere(data, home);
        Home.delete(home.folder());
      }
      resources.close();
      conclude(verdict, start, home, screen);
      return verdict.allHeld() ? ExitCode.HELD : ExitCode.DID_NOT_HOLD;
    }
  }

  private static void startEmpty(Home home) throws IOException {
    Stack.stopIn(home);
    for (Path part : new Path[] {home.stack(), home.config(), home.log("user-service")}) {
      Home.delete(part);
    }
    home.create();
  }

  private Verdict play(Topology topology, Screen screen) throws InterruptedException {
    try (HttpTransport transport = new HttpTransport()) {
      LunariaClient client = new LunariaClient(topology, transport, Clock.systemUTC());
      return new Story(client, new LocalInspector(topology.stack()), new SecureRandom())
          .play(new ScreenTeller(screen, shell));
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
