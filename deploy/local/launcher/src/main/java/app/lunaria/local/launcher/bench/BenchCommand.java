package app.lunaria.local.launcher.bench;

import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.shell.CtrlC;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.RunningProcess;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares a run, and leaves the measuring to a program of its own ({@code deploy/bench}). */
@Command(
    name = "bench",
    description = {
      "Measures the services beside plain ones and writes docs/benchmarks.{md,json,svg}.",
      "Takes a quarter of an hour on a quiet machine, on loopback only."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130;
  private static final Path PROGRAM = Path.of("deploy", "bench", "runner", "target");

  private final Shell shell;

  @Option(
      names = "--quick",
      description = "Three minutes, into target/bench: for work on something.")
  boolean quick;

  @Option(
      names = "--smoke",
      hidden = true,
      description = "Whether it works; the numbers say nothing.")
  boolean smoke;

  @Option(
      names = "--native",
      description = "The services' native binaries, too; build them before.")
  boolean withBinaries;

  @Option(names = "--json", description = "The report as JSON on standard output, nothing else.")
  public boolean json;

  public BenchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = shell.root().resolve("target").resolve("bench");
    Home home = new Home(folder, folder);
    Screen screen = new Screen(json ? shell.err() : shell.out(), shell.moving() && !json);
    try (Resources resources = new Resources();
        CtrlC ctrlC = new CtrlC(resources, screen, INTERRUPTED)) {
      BenchGround ground = new BenchGround(shell, home, screen, resources);
      Path plan = ground.prepare(new BenchGround.Wish(scale(), withBinaries, json));
      return measure(plan, home, resources) == 0 ? ExitCode.HELD : ExitCode.DID_NOT_HOLD;
    }
  }

  private String scale() {
    return smoke ? "SMOKE" : quick ? "QUICK" : "FULL";
  }

  /** In a JVM of its own, with every compiler: who makes the load must not be what is slow. */
  private int measure(Path plan, Home home, Resources resources)
      throws IOException, InterruptedException {
    Path target = shell.root().resolve(PROGRAM);
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "--sun-misc-unsafe-memory-access=allow", // Netty's buffers
                    "-cp",
                    target.resolve("bench-1.0-SNAPSHOT.jar") + ":" + target.resolve("lib/*"),
                    "app.lunaria.bench.Bench",
                    plan.toString()))
            .directory(home.temporary().toFile())
            .inheritIO();
    return resources
        .open(builder::start, process -> RunningProcess.of(process.toHandle()).end())
        .waitFor();
  }
}
