package app.lunaria.bench.contest;

import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Reading;
import app.lunaria.bench.measure.Turn;
import app.lunaria.bench.system.ProcessTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** pgbench with the statements of a journal write: what the database alone can do. */
public final class PgBench implements Contender {
  private static final Pattern PER_SECOND = Pattern.compile("(?m)^tps = ([0-9.]+)");
  private static final int WRITES_IN_A_SCRIPT = 2;

  private final String id;
  private final WriteScript script;
  private final int connections;
  private final long postmaster;

  public PgBench(String id, WriteScript script, int connections, long postmaster) {
    this.id = id;
    this.script = script;
    this.connections = connections;
    this.postmaster = postmaster;
  }

  /** Where the program is, if the machine has it. */
  public static Optional<String> version() {
    try {
      Process process = new ProcessBuilder("pgbench", "--version").start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return "pgbench";
  }

  @Override
  public Reading turn(Turn length) throws IOException, InterruptedException {
    long seconds = Math.max(1, length.measured().toSeconds());
    Duration before = ProcessTimes.ofFamily(postmaster);
    double perSecond = run(seconds) * WRITES_IN_A_SCRIPT;
    double used = ProcessTimes.ofFamily(postmaster).minus(before).toNanos() / 1_000.0;
    return new Reading(
        Map.of(
            Metric.PER_SECOND,
            perSecond,
            Metric.DATABASE_CPU_MICROS,
            used / (perSecond * seconds)));
  }

  private double run(long seconds) throws IOException, InterruptedException {
    Path file = script.file();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                "--jobs=1",
                "--time=" + seconds,
                "--file=" + file,
                "--define=base=" + script.base(),
                "--define=firstLock=" + script.firstLock(),
                "--define=document=" + script.document()));
    builder.redirectErrorStream(true);
    builder.environment().putAll(script.environment());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int outcome = process.waitFor();
    Matcher result = PER_SECOND.matcher(said);
    if (outcome != 0 || !result.find()) {
      throw new IOException("pgbench ended with " + outcome + ": " + firstError(said));
    }
    return Double.parseDouble(result.group(1));
  }

  private static String firstError(String said) {
    return said.lines()
        .filter(line -> line.contains("error:") || line.contains("ERROR:"))
        .findFirst()
        .orElse("no word");
  }
}
