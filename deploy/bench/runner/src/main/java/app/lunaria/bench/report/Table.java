package app.lunaria.bench.report;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Series;
import java.util.List;

/** The report on a screen: the medians of each group, then the targets. */
public final class Table {
  private static final int NAME = 36;
  private static final int CELL = 12;
  private static final int SENTENCE = 64;

  private Table() {}

  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    for (Group group : report.groups()) {
      text.append('\n').append(pad(group.title(), NAME));
      group
          .columns()
          .forEach(metric -> text.append(left(Numbers.head(metric).replace(", ", " "), CELL + 5)));
      text.append('\n');
      group.series().forEach(series -> row(series, group.columns(), text));
    }
    text.append('\n');
    for (Judgement judgement : Judgement.of(report)) {
      text.append(judgement.reached().isEmpty() ? "– " : judgement.isMissed() ? "✗ " : "✓ ")
          .append(pad(judgement.target().what(), SENTENCE))
          .append(left(judgement.limit(), CELL))
          .append("   ")
          .append(judgement.value())
          .append('\n');
    }
    return text.toString();
  }

  private static void row(Series series, List<Metric> columns, StringBuilder text) {
    text.append("  ").append(pad(series.name(), NAME - 2));
    for (Metric metric : columns) {
      text.append(
          left(
              series.spread(metric).map(spread -> Numbers.number(spread.median())).orElse("–"),
              CELL + 5));
    }
    text.append('\n');
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String left(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
