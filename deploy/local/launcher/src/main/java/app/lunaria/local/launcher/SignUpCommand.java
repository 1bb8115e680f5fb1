package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.Person;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.local.launcher.session.Client;
import app.lunaria.local.launcher.session.Refusals;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Secrets;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sign-up",
    description = "Makes an account. The password comes from LUNARIA_PASSWORD, else is asked.")
final class SignUpCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "EMAIL", description = "The person's address.")
  String email = "";

  @Option(
      names = "--born",
      paramLabel = "DATE",
      description = "The birth date; else from LUNARIA_BIRTH_DATE, else asked.")
  Optional<String> born = Optional.empty();

  SignUpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Secrets secrets = new Secrets(shell);
    Person person = new Person(email, secrets.password(), secrets.birthDate(born));
    return Client.talk(
        shell,
        (client, session) -> {
          Answer answer = client.signUp(person);
          if (answer.status() != 202) {
            throw Refusals.of(answer, "POST /v1/account", "");
          }
          shell.out().println("accepted; next: ./lunaria sign-in " + email);
          return ExitCode.HELD;
        });
  }
}
