package app.lunaria.local.launcher;

import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.program.ServicePackage;
import app.lunaria.local.launcher.run.Fittings;
import app.lunaria.local.launcher.run.LocalRun;
import app.lunaria.local.launcher.run.Started;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Everything as it is shipped, started in a folder of its own for one test class; natively the
 * service that {@code -Dnative.service} names.
 *
 * @param started what runs until the class closes its resources
 */
public record PackagedRun(Home home, Started started) {
  /** What the services bind into tokens and sealed data. */
  public static final String ENVIRONMENT = "test";

  /**
   * @param name of the folder below this module's target
   */
  public static PackagedRun start(String name, Resources resources)
      throws IOException, InterruptedException {
    return start(name, resources, Fittings.NONE);
  }

  /**
   * @param fittings what this run has that others do not
   */
  public static PackagedRun start(String name, Resources resources, Fittings fittings)
      throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("lunaria.root"));
    Path folder = root.resolve("deploy/local/launcher/target").resolve(name);
    Home.delete(folder);
    Home home = new Home(folder, folder);
    Shell shell =
        new TestShell(root, folder)
            .set(ServicePackage.CHOICE, System.getProperty("native.service", ""))
            .shell();
    LocalRun run = new LocalRun(shell, home, new Screen(shell.out(), false), resources, fittings);
    run.takeHome();
    return new PackagedRun(home, run.start(ENVIRONMENT));
  }
}
