package app.lunaria.bench.report;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Series;
import java.util.List;

/**
 * Series that were measured in turns with each other, and what of them is shown.
 *
 * @param title a few words
 * @param what what was done, in a sentence or two
 * @param columns the metrics of its table, the first of which the chart shows
 */
public record Group(String title, String what, List<Metric> columns, List<Series> series) {
  public Group {
    columns = List.copyOf(columns);
    series = List.copyOf(series);
  }
}
