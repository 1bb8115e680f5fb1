package app.lunaria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.report.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command as a person gives it, with turns so short that its numbers say nothing. */
class BenchIT {
  private static final Path ROOT = Path.of(System.getProperty("lunaria.root"));

  @Test
  void everythingIsMeasuredAndWrittenDown() throws Exception {
    Path errors = ROOT.resolve("deploy/bench/runner/target/bench-it.log");
    ProcessBuilder builder =
        new ProcessBuilder("./lunaria", "bench", "--smoke", "--json")
            .directory(ROOT.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("LUNARIA_BUILD", "no");
    Process bench = builder.start();
    String said = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bench.waitFor()).as(Files.readString(errors)).isZero();

    Report report = Report.of(said);
    List<Series> series =
        report.groups().stream().flatMap(group -> group.series().stream()).toList();
    assertThat(series)
        .extracting(Series::id)
        .contains(
            "start/user/JVM",
            "start/cycle/JVM",
            "start/bare/JVM",
            "journal-write/cycle/bearer/JVM",
            "journal-write/cycle/dpop/JVM",
            "journal-write/bare/JVM",
            "forecast-latency/cycle/10y/JVM",
            "forecast/cycle/1y/JVM",
            "forecast-after-write/cycle/10y/JVM",
            "memory/cycle/JVM",
            "seal/envelope/JVM",
            "seal/jca/JVM");
    assertThat(calls(series)).hasValue(0.0);
    Path folder = ROOT.resolve("target/bench");
    assertThat(Files.readString(folder.resolve("benchmarks.json"))).isEqualTo(said);
    assertThat(folder.resolve("benchmarks.md")).content().contains("# Benchmarks");
    assertThat(folder.resolve("benchmarks.svg")).content().startsWith("<svg ");
  }

  /** What holds however short the turns are: once all keys are held, nobody asks for one. */
  private static Optional<Double> calls(List<Series> series) {
    return series.stream()
        .filter(each -> each.id().equals("kms/steady"))
        .map(each -> each.of(Metric.KMS_CALLS).getFirst())
        .findFirst();
  }
}
