package app.lunaria.local.launcher.home;

import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.RunningProcess;
import app.lunaria.local.launcher.shell.Shell;
import app.lunaria.local.stack.client.StackClient;
import app.lunaria.local.stack.client.StackModule;
import app.lunaria.local.stack.client.StackOptions;
import app.lunaria.local.stack.client.StackProperties;
import app.lunaria.local.stack.client.StackUnavailableException;
import app.lunaria.local.stack.client.SupportedPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The local stack of one home: attached to, asked, stopped and thrown away. */
public final class Stack {
  /** It ends by itself this long after a launcher that was killed. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Stack() {}

  public static StackClient attach(Shell shell, Home home) {
    SupportedPlatform.objection()
        .ifPresent(
            sentence -> {
              throw new Complaint(ExitCode.MACHINE_LACKS, sentence, "", "run it on such a machine");
            });
    try {
      return StackClient.attach(
          home.stack(),
          new StackModule(shell.root()).classPath(),
          new StackOptions(true, IDLE, PATIENCE));
    } catch (StackUnavailableException failed) {
      throw new Complaint(
          ExitCode.DID_NOT_HOLD,
          String.valueOf(failed.getMessage()),
          shell.shown(home.stack()),
          "stack.log and postgresql.log there say why");
    }
  }

  /** What a running one says about itself. */
  public static Optional<StackProperties> properties(Home home) {
    Optional<StackClient> lease = StackClient.tryAttach(home.stack());
    lease.ifPresent(StackClient::close);
    return lease.map(StackClient::properties);
  }

  /** Ends it and waits until it is gone. */
  public static void stop(StackClient stack) {
    Optional<RunningProcess> process =
        ProcessHandle.of(stack.properties().processId()).map(RunningProcess::of);
    try (stack) {
      stack.stopStack();
    } catch (StackUnavailableException gone) {
      // Then it is ending, or has ended, by itself.
    }
    process.ifPresent(RunningProcess::awaitEnd);
  }

  /** Ends the one that serves a home, if one does. */
  public static void stopIn(Home home) {
    StackClient.tryAttach(home.stack()).ifPresent(Stack::stop);
  }

  /**
   * Deletes PostgreSQL's folder where it lies outside the home (a checkout that PostgreSQL's user
   * cannot reach).
   */
  public static void discardElsewhere(Path dataDirectory, Home home) throws IOException {
    Path servers = dataDirectory.getParent();
    if (servers != null && !servers.startsWith(home.folder())) {
      Home.delete(servers);
    }
  }
}
