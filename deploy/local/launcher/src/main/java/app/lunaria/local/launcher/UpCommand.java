package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.Topology;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts everything and stays until Ctrl-C; data are kept.")
final class UpCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--fresh", description = "Start empty: data, keys and sign-in are thrown away.")
  boolean fresh;

  UpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Home.of(shell);
    Screen screen = new Screen(shell.out(), shell.moving());
    try (Resources resources = new Resources();
        CtrlC ctrlC = new CtrlC(resources, screen, ExitCode.HELD)) {
      LocalRun run = new LocalRun(shell, home, screen, resources);
      run.takeHome();
      if (fresh) {
        startEmpty(home);
      }
      LocalRun.Started started = run.start(shell.variable("LUNARIA_ENV").orElse(LocalRun.TRIAL));
      introduce(screen, home, started.topology());
      started.user().waitFor();
      throw started.service().ended(started.user());
    }
  }

  private static void startEmpty(Home home) throws IOException {
    Stack.stopIn(home);
    Home.delete(home.stack());
    Home.delete(home.session());
    Home.delete(home.logs());
    home.create();
  }

  private void introduce(Screen screen, Home home, Topology topology) {
    String command =
        shell.variable("LUNARIA_HOME").map(set -> "LUNARIA_HOME=" + set + " ").orElse("")
            + "./lunaria ";
    screen.line("");
    screen.line(
        "user",
        topology.services().get("user")
            + "   health "
            + topology.management().get("user")
            + "/q/health");
    screen.line("data", "kept in " + home.folder() + "; `./lunaria up --fresh` starts empty");
    screen.line("logs", home.logs().toString());
    screen.line("");
    screen.line(
        "Try:",
        command
            + "sign-up ada@example.org --born 1994-05-17 && "
            + command
            + "sign-in ada@example.org");
    screen.line(
        "",
        command
            + "call POST /v1/consents '{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}'");
    screen.line("", command + "call GET /v1/account");
    screen.line("Stop:", "Ctrl-C");
  }
}
