package app.lunaria.local.launcher;

import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.session.Client;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description =
        "Prints an access token of whoever is signed in; dev mode takes it as a Bearer token.")
final class TokenCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "SERVICE", description = "Whom it is for: user or cycle.")
  String service = "";

  TokenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Service audience =
        Arrays.stream(Service.values())
            .filter(known -> known.text().equals(service))
            .findFirst()
            .orElseThrow(TokenCommand::noSuchService);
    return Client.talk(
        shell,
        (client, session) -> {
          shell.out().println(session.refresh(audience).token());
          return ExitCode.HELD;
        });
  }

  private static Complaint noSuchService() {
    return Complaint.wrongUse(
        "there is no such service",
        Arrays.stream(Service.values()).map(Service::text).collect(Collectors.joining(" or ")));
  }
}
