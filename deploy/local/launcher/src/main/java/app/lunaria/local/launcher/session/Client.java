package app.lunaria.local.launcher.session;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.home.DevMode;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.Running;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.net.ConnectException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** A conversation of one command with what runs in the home, dev mode included. */
public final class Client {
  private Client() {}

  /** What the command says and asks. */
  @FunctionalInterface
  public interface Conversation {
    int hold(LunariaClient client, Session session) throws IOException, InterruptedException;
  }

  public static int talk(Shell shell, Conversation conversation)
      throws IOException, InterruptedException {
    Home home = Home.of(shell);
    Optional<Topology> development = DevMode.in(home);
    Topology topology = development.isPresent() ? development.get() : Running.need(shell, home);
    try (HttpTransport transport = HttpTransport.to(topology)) {
      LunariaClient client = new LunariaClient(topology, transport, Clock.systemUTC());
      return conversation.hold(client, new Session(home, client, new SecureRandom()));
    } catch (ConnectException refused) {
      throw new Complaint(
          ExitCode.DID_NOT_HOLD,
          "nothing answers",
          topology.origin(Service.USER.text()).toString(),
          "./lunaria status tells what runs");
    }
  }
}
