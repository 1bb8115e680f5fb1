package app.lunaria.local.launcher;

import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.Stack;
import app.lunaria.local.launcher.run.LocalRun;
import app.lunaria.local.launcher.run.Started;
import app.lunaria.local.launcher.shell.CtrlC;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
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
      Started started = run.start(shell.variable("LUNARIA_ENV").orElse(LocalRun.TRIAL));
      new Introduction(shell, home, started.topology()).show(screen);
      throw started.awaitAnEnd();
    }
  }

  private static void startEmpty(Home home) throws IOException {
    Stack.stopIn(home);
    Home.delete(home.stack());
    Home.delete(home.session());
    Home.delete(home.logs());
    home.create();
  }
}
