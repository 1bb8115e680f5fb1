package app.lunaria.bench.report;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Series;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report in Markdown, for people. */
public final class Document {
  private final Report report;
  private final Map<String, String> reasons;
  private final StringBuilder text = new StringBuilder();

  private Document(Report report, Map<String, String> reasons) {
    this.report = report;
    this.reasons = reasons;
  }

  /**
   * The whole document.
   *
   * @param reasons why a target is missed, by its id, as somebody found out
   */
  public static String of(Report report, Map<String, String> reasons) {
    Document document = new Document(report, reasons);
    document.head();
    document.targets();
    document.missed();
    document.groups();
    document.foot();
    return document.text.toString();
  }

  private void head() {
    line("# Benchmarks");
    line("");
    line(
        "Made by `./lunaria bench` on %s from commit `%s`. Read ratios, not absolute numbers: each stands beside its baseline,"
            .formatted(report.date(), report.commit()));
    line(
        "measured in turns with it on the same machine. A cell is the median of %d turns, with the least and the most in brackets."
            .formatted(report.scale().turns()));
    line("");
    line("![What was measured beside its baselines](benchmarks.svg)");
    line("");
  }

  private void targets() {
    line("## What is to be reached");
    line("");
    line("| what | target | reached | |");
    line("|---|---|---|---|");
    for (Judgement judgement : Judgement.of(report)) {
      row(
          List.of(
              judgement.target().what(), judgement.limit(), judgement.value(), judgement.word()));
    }
    line("");
  }

  private void missed() {
    List<Judgement> missed = Judgement.of(report).stream().filter(Judgement::isMissed).toList();
    if (missed.isEmpty()) {
      return;
    }
    line("## What falls short, and why");
    line("");
    for (Judgement judgement : missed) {
      line(
          "- **%s** (%s, %s): %s"
              .formatted(
                  judgement.target().what(),
                  judgement.value(),
                  judgement.limit(),
                  reasons.getOrDefault(judgement.target().id(), "not found out yet.")));
    }
    line("");
  }

  private void groups() {
    for (Group group : report.groups()) {
      line("## " + group.title());
      line("");
      line(group.what());
      line("");
      line(
          "| |"
              + group.columns().stream().map(Numbers::head).collect(Collectors.joining("|"))
              + "|");
      line("|---|" + "---:|".repeat(group.columns().size()));
      group.series().forEach(series -> row(series, group.columns()));
      line("");
    }
  }

  private void row(Series series, List<Metric> columns) {
    line(
        "|"
            + series.name()
            + "|"
            + columns.stream()
                .map(metric -> series.spread(metric).map(Numbers::spread).orElse("–"))
                .collect(Collectors.joining("|"))
            + "|");
  }

  private void row(List<String> cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void foot() {
    line("## Where, with what, and how to repeat it");
    line("");
    line(
        "%s, %d cores, %s GB, %s. Before the run the machine's load was %s."
            .formatted(
                report.machine().processor(),
                report.machine().cores(),
                Numbers.number(report.machine().memoryGigabytes()),
                report.machine().system(),
                Numbers.number(report.machine().loadBefore())));
    line("");
    line("```sh");
    line("./lunaria bench              # what stands here; a quarter of an hour on two cores");
    line(
        "./lunaria bench --native     # twice as long, with executables, which are to be built before");
    line("./lunaria bench --quick      # three minutes, into target/bench; for work on something");
    line("```");
    line("");
    line("The executables, in half an hour:");
    line("```sh");
    line(
        "./mvnw package -DskipTests -Dnative.phase=package -pl user-service,cycle-service,deploy/bench/bare-service,deploy/bench/sealing -am");
    line("```");
    line("");
    report.versions().forEach((name, version) -> line("- " + name + ": " + version));
    line("- every turn: [benchmarks.json](benchmarks.json)");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
