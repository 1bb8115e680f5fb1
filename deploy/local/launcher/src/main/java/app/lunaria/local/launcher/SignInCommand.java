package app.lunaria.local.launcher;

import app.lunaria.local.launcher.session.Client;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Secrets;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "sign-in",
    description =
        "Signs in at this shell. The password comes from LUNARIA_PASSWORD, else is asked.")
final class SignInCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "EMAIL", description = "The person's address.")
  String email = "";

  SignInCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String password = new Secrets(shell).password();
    return Client.talk(
        shell,
        (client, session) -> {
          session.signIn(email, password);
          shell.out().println("signed in; next: ./lunaria call GET /v1/account");
          return ExitCode.HELD;
        });
  }
}
