package app.lunaria.local.launcher.run;

import app.lunaria.local.gateway.Gateway;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.HomeLock;
import app.lunaria.local.launcher.home.RunState;
import app.lunaria.local.launcher.home.Running;
import app.lunaria.local.launcher.home.Stack;
import app.lunaria.local.launcher.program.ServiceProgram;
import app.lunaria.local.launcher.program.ServiceSettings;
import app.lunaria.local.launcher.program.ServiceTasks;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.PerService;
import app.lunaria.local.launcher.service.PortTurn;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import app.lunaria.local.stack.client.StackClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One start of everything on this machine, in the order of a deployment. What it opens, the
 * resources close.
 */
public final class LocalRun {
  /** The services' {@code lunaria.env} when a person starts them. */
  public static final String TRIAL = "trial";

  private static final String LABEL = "start";

  private final Shell shell;
  private final Home home;
  private final Screen screen;
  private final Resources resources;
  private final Fittings fittings;
  private final PerService<ServiceProgram> programs;
  private final int portsAbove;

  public LocalRun(Shell shell, Home home, Screen screen, Resources resources) {
    this(shell, home, screen, resources, Fittings.NONE);
  }

  public LocalRun(Shell shell, Home home, Screen screen, Resources resources, Fittings fittings) {
    this.shell = shell;
    this.home = home;
    this.screen = screen;
    this.resources = resources;
    this.fittings = fittings;
    this.programs = PerService.make(service -> new ServiceProgram(shell, home, service));
    this.portsAbove = Addresses.portsAbove(shell);
  }

  /** Takes the home for this process, and ends what a launcher that was killed has left in it. */
  public void takeHome() throws IOException {
    programs.stream().forEach(ServiceProgram::need);
    home.create();
    resources.open(() -> HomeLock.take(shell, home), HomeLock::close);
    RunState.read(home.run()).ifPresent(RunState::endServices);
    resources.open(() -> home, LocalRun::tidy);
  }

  /**
   * Starts it all in the home that was taken.
   *
   * @param lunariaEnv what the services bind into tokens and sealed data
   */
  public Started start(String lunariaEnv) throws IOException, InterruptedException {
    StackClient stack =
        screen.step(
            LABEL,
            "PostgreSQL 18 · KMS",
            () -> resources.open(() -> Stack.attach(shell, home), Stack::stop));
    PerService<ServiceSettings> settings =
        PerService.make(service -> ServiceSettings.write(home, stack, service, lunariaEnv));
    ServiceTasks tasks = new ServiceTasks(programs, settings, resources);
    screen.step(LABEL, "migrations, as the owners of the schemas", () -> tasks.run("migrate"));
    screen.step(LABEL, "first key epochs", () -> tasks.run("epoch"));
    try (PortTurn turn = PortTurn.take()) {
      Addresses addresses = Addresses.free(portsAbove);
      PerService<Process> serving =
          screen.step(LABEL, addresses.shown(), () -> serve(settings, addresses));
      Gateway gateway =
          screen.step(
              LABEL,
              "gateway " + addresses.origin(),
              () -> resources.open(() -> open(addresses), Door::close));
      RunState.starting(serving, addresses).nowReady().write(home.run());
      return new Started(
          Running.topology(addresses, stack.properties(), home), stack, gateway, programs, serving);
    }
  }

  private PerService<Process> serve(PerService<ServiceSettings> settings, Addresses addresses)
      throws IOException, InterruptedException {
    PerService<Process> serving =
        PerService.make(
            service ->
                programs
                    .of(service)
                    .serve(environment(service, settings.of(service), addresses), resources));
    RunState.starting(serving, addresses).write(home.run());
    for (Service service : Service.inStartOrder()) {
      programs
          .of(service)
          .awaitReady(serving.of(service), addresses.of(service).managementOrigin());
    }
    return serving;
  }

  private Map<String, String> environment(
      Service service, ServiceSettings settings, Addresses addresses) {
    Map<String, String> environment = new LinkedHashMap<>(settings.environment(addresses));
    environment.putAll(fittings.environment(service, addresses));
    return environment;
  }

  /** The gateway is the last to open, and closes first. */
  private Gateway open(Addresses addresses) throws IOException {
    return Door.open(
        home, addresses, service -> fittings.way(service, addresses.of(service).origin()));
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
