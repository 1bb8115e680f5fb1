package app.lunaria.bench;

import app.lunaria.bench.ground.Ground;
import app.lunaria.bench.ground.Plan;
import app.lunaria.bench.ground.Progress;
import app.lunaria.bench.measure.Scale;
import app.lunaria.bench.program.Children;
import app.lunaria.bench.report.Report;
import app.lunaria.bench.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program: reads its plan, measures, and writes the report down. */
public final class Bench {
  private static final int DID_NOT_HOLD = 1;

  private Bench() {}

  /**
   * @param arguments the file with the plan
   */
  public static void main(String[] arguments) throws InterruptedException {
    Children.endWithThis();
    try {
      run(arguments);
    } catch (IOException | IllegalStateException failed) {
      System.err.println("error: " + failed.getMessage());
      System.exit(DID_NOT_HOLD);
    }
  }

  private static void run(String[] arguments) throws IOException, InterruptedException {
    Plan plan = Plan.read(Path.of(arguments[0]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream told =
        plan.json() ? new PrintStream(System.err, true, StandardCharsets.UTF_8) : out;
    Report report;
    try (Ground ground = new Ground(plan, new Progress(told, plan.moving()))) {
      report = new Run(ground).report();
    }
    Path folder = Results.write(report, folder(plan));
    if (plan.json()) {
      out.print(report.json());
      return;
    }
    out.print(Table.of(report));
    out.println();
    out.println("written to " + plan.root().relativize(folder.resolve("benchmarks.md")));
  }

  /** Only a whole run is worth a place among the documents. */
  private static Path folder(Plan plan) {
    return plan.scale() == Scale.FULL ? plan.root().resolve("docs") : plan.folder();
  }
}
