package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.Topology;
import app.lunaria.local.stack.client.StackClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * One start of everything on this machine, in the order of a deployment. What it opens, the
 * resources close.
 */
final class LocalRun {
  /** The services' {@code lunaria.env} when a person starts them. */
  static final String TRIAL = "trial";

  private static final String LABEL = "start";

  private final Shell shell;
  private final Home home;
  private final Screen screen;
  private final Resources resources;
  private final UserService service;

  LocalRun(Shell shell, Home home, Screen screen, Resources resources) {
    this.shell = shell;
    this.home = home;
    this.screen = screen;
    this.resources = resources;
    this.service = new UserService(shell, home);
  }

  /** A stack whose service is ready. */
  record Started(Topology topology, StackClient stack, Process user, UserService service) {}

  /** Takes the home for this process, and ends what a launcher that was killed has left in it. */
  void takeHome() throws IOException {
    service.needProgram();
    home.create();
    resources.open(() -> HomeLock.take(shell, home), HomeLock::close);
    RunState.read(home.run()).ifPresent(state -> state.user().end());
    resources.open(() -> home, LocalRun::tidy);
  }

  /**
   * Starts it all in the home that was taken.
   *
   * @param lunariaEnv what the services bind into tokens and sealed data
   */
  Started start(String lunariaEnv) throws IOException, InterruptedException {
    StackClient stack =
        screen.step(
            LABEL,
            "PostgreSQL 18 · KMS",
            () -> resources.open(() -> Stack.attach(shell, home), Stack::stop));
    UserSettings settings = UserSettings.write(home, stack, lunariaEnv);
    screen.step(
        LABEL,
        "user · migrations, as the owner of the schema",
        () -> service.runTask("migrate", settings.taskEnvironment(), resources));
    screen.step(
        LABEL,
        "user · first key epoch",
        () -> service.runTask("epoch", settings.taskEnvironment(), resources));
    try (PortTurn turn = PortTurn.take()) {
      ServicePorts ports = ServicePorts.free();
      Process user = screen.step(LABEL, "user · " + ports.origin(), () -> serve(settings, ports));
      return new Started(Running.topology(ports, stack.properties(), home), stack, user, service);
    }
  }

  private Process serve(UserSettings settings, ServicePorts ports)
      throws IOException, InterruptedException {
    Process user = service.serve(settings.environment(ports), resources);
    RunState state = RunState.starting(user.toHandle(), ports);
    state.write(home.run());
    service.awaitReady(user, ports.managementOrigin());
    state.nowReady().write(home.run());
    return user;
  }

  private static void tidy(Home home) {
    try {
      Files.deleteIfExists(home.run());
      Home.delete(home.temporary());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
