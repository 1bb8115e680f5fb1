package app.lunaria.local.launcher.bench;

import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.HomeLock;
import app.lunaria.local.launcher.home.Stack;
import app.lunaria.local.launcher.program.ServiceProgram;
import app.lunaria.local.launcher.program.ServiceSettings;
import app.lunaria.local.launcher.program.ServiceTasks;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.PerService;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.OwnerOnlyFile;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import app.lunaria.local.stack.client.DatabaseAccess;
import app.lunaria.local.stack.client.StackClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the benchmark finds prepared: a stack that keeps what it is told (as {@code up} has it),
 * empty and migrated, and everything that the measuring program has to know, in one file that only
 * its owner reads.
 */
final class BenchGround {
  /** Where Bearer tokens are taken; nothing else of the services is different there. */
  private static final String ENVIRONMENT = "dev";

  private static final String LABEL = "prepare";

  private final Shell shell;
  private final Home home;
  private final Screen screen;
  private final Resources resources;

  BenchGround(Shell shell, Home home, Screen screen, Resources resources) {
    this.shell = shell;
    this.home = home;
    this.screen = screen;
    this.resources = resources;
  }

  /**
   * What was asked for.
   *
   * @param scale how much is to be measured
   */
  record Wish(String scale, boolean withBinaries, boolean json) {}

  /** The file with the plan. */
  Path prepare(Wish wish) throws IOException, InterruptedException {
    PerService<ServiceProgram> programs =
        PerService.make(service -> new ServiceProgram(shell, home, service));
    programs.stream().forEach(ServiceProgram::need);
    home.create();
    resources.open(() -> HomeLock.take(shell, home), HomeLock::close);
    Stack.stopIn(home);
    Home.delete(home.stack());
    Home.delete(home.config());
    home.create();
    StackClient stack =
        screen.step(
            LABEL,
            "PostgreSQL 18 · KMS",
            () -> resources.open(() -> Stack.attach(shell, home), Stack::stop));
    PerService<ServiceSettings> settings =
        PerService.make(service -> ServiceSettings.write(home, stack, service, ENVIRONMENT));
    ServiceTasks tasks = new ServiceTasks(programs, settings, resources);
    for (String task : List.of("migrate", "epoch")) {
      screen.step(LABEL, "--task=" + task, () -> tasks.run(task));
    }
    Path plan = home.config().resolve("bench-plan.json");
    OwnerOnlyFile.write(plan, plan(wish, stack, settings).toString());
    return plan;
  }

  private ObjectNode plan(Wish wish, StackClient stack, PerService<ServiceSettings> settings) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode plan = json.createObjectNode();
    plan.put("root", shell.root().toString())
        .put("folder", home.folder().toString())
        .put("scale", wish.scale())
        .put("withBinaries", wish.withBinaries())
        .put("moving", shell.moving() && !wish.json())
        .put("json", wish.json())
        .put("dataDirectory", stack.properties().dataDirectory().toString())
        .put("kms", stack.kmsUrl());
    Map<String, Map<String, String>> services =
        settings.byName(each -> each.environment(Addresses.CUSTOMARY));
    plan.set("services", json.valueToTree(services));
    DatabaseAccess database = stack.db(Service.CYCLE.text(), false);
    plan.putObject("database")
        .put("host", database.host())
        .put("port", database.port())
        .put("name", database.database())
        .put("user", database.serviceUser())
        .put("password", database.servicePassword());
    return plan;
  }
}
