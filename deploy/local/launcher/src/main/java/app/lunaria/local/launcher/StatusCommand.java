package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.Running;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Tells what runs and where.")
final class StatusCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--json", description = "For programs; with a superuser's database addresses.")
  boolean json;

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Home home = Home.of(shell);
    Topology topology = Running.need(shell, home);
    Screen screen = new Screen(shell.out(), shell.moving());
    if (json) {
      screen.line(topology.toJson());
      return ExitCode.HELD;
    }
    screen.line(
        "gateway",
        Screen.pad(topology.origin(Service.USER.text()).toString(), 26)
            + "ready   log "
            + shell.shown(home.gatewayLog()));
    for (Service service : Service.values()) {
      screen.line(
          service.text(),
          Screen.pad(String.valueOf(topology.services().get(service.text())), 26)
              + "ready   log "
              + shell.shown(home.log(service)));
    }
    screen.line("trust", home.authority().toString());
    screen.line("kms", topology.stack().kms().toString());
    screen.line("data", topology.stack().dataDirectory());
    boolean signedIn = Files.exists(home.session());
    screen.line("");
    screen.line(
        "Next:",
        signedIn
            ? "./lunaria call GET /v1/account"
            : "./lunaria sign-up EMAIL --born DATE && ./lunaria sign-in EMAIL");
    return ExitCode.HELD;
  }
}
