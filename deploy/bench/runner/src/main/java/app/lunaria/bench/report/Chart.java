package app.lunaria.bench.report;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.measure.Spread;
import java.util.List;
import java.util.Locale;

/**
 * The report as a picture (SVG 1.1): a bar for each series, with its spread. Text and lines take
 * the colour of the page's text, in light and in dark.
 */
public final class Chart {
  private static final int WIDTH = 860;
  private static final int LEFT = 270;
  private static final int RIGHT = 130;
  private static final int BAR = 16;
  private static final int ROW = 22;
  private static final int HEAD = 34;

  private final StringBuilder text = new StringBuilder();
  private int y = 8;

  private Chart() {}

  public static String of(Report report) {
    Chart chart = new Chart();
    report.groups().stream().filter(Chart::isWorthAPicture).forEach(chart::group);
    return head(chart.y + 8) + chart.text + "</svg>\n";
  }

  private static boolean isWorthAPicture(Group group) {
    return group.series().size() > 1;
  }

  private static String head(int height) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="What was measured beside its baselines">
        <style>
          text { fill: #1f2328 } .unit { fill: #59636e } .bar { fill: #8250df } .base { fill: #8c959f } .spread { stroke: #1f2328 }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .unit { fill: #9198a1 } .bar { fill: #ab7df8 } .base { fill: #656c76 } .spread { stroke: #e6edf3 }
          }
        </style>
        """
        .formatted(WIDTH, height);
  }

  private void group(Group group) {
    Metric metric = group.columns().getFirst();
    double most =
        group.series().stream()
            .flatMap(series -> series.spread(metric).stream())
            .mapToDouble(Spread::most)
            .max()
            .orElse(1);
    y += 18;
    text.append(
        "<text x=\"8\" y=\"%d\" font-weight=\"600\">%s <tspan class=\"unit\" font-weight=\"400\">%s</tspan></text>\n"
            .formatted(y, escaped(group.title()), escaped(Numbers.head(metric))));
    y += HEAD - 24;
    for (Series series : group.series()) {
      series.spread(metric).ifPresent(spread -> bar(series, spread, most));
    }
    y += 10;
  }

  private void bar(Series series, Spread spread, double most) {
    double scale = (WIDTH - LEFT - RIGHT) / most;
    String kind = isBaseline(series) ? "base" : "bar";
    double middle = y + BAR / 2.0;
    text.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
            .formatted(LEFT - 8, y + BAR - 4, escaped(series.name())));
    text.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"2\"/>\n"
            .formatted(kind, LEFT, y, places(spread.median() * scale), BAR));
    text.append(
        "<line class=\"spread\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(
                places(LEFT + spread.least() * scale),
                places(middle),
                places(LEFT + spread.most() * scale),
                places(middle)));
    text.append(
        "<text x=\"%s\" y=\"%d\">%s</text>\n"
            .formatted(
                places(LEFT + spread.most() * scale + 6),
                y + BAR - 4,
                Numbers.number(spread.median())));
    y += ROW;
  }

  /** What is not ours is grey. */
  private static boolean isBaseline(Series series) {
    return List.of(series.id().split("/", -1)).stream()
        .anyMatch(List.of("bare", "pgbench", "jca")::contains);
  }

  private static String places(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;");
  }
}
