package app.lunaria.bench.report;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Spread;
import java.util.Locale;

/** Numbers as they are read: three digits that count, and the unit in the column's head. */
final class Numbers {
  private Numbers() {}

  /** The middle and, in brackets, the outermost where they differ. */
  static String spread(Spread spread) {
    if (spread.least() == spread.most()) {
      return number(spread.median());
    }
    return "%s (%s–%s)"
        .formatted(number(spread.median()), number(spread.least()), number(spread.most()));
  }

  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    if (size >= 1_000) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    if (size == Math.rint(size) || size >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
  }

  /** The head of a metric's column. */
  static String head(Metric metric) {
    return switch (metric) {
      case PER_SECOND -> "per second";
      case MEDIAN_MICROS -> "median, µs";
      case P99_MICROS -> "99 %, µs";
      case SERVICE_CPU_MICROS -> "service CPU, µs";
      case DATABASE_CPU_MICROS -> "database CPU, µs";
      case LOAD_SHARE -> "load, cores";
      case MICROS -> "µs";
      case READY_MILLIS -> "ready, ms";
      case RESIDENT_MEGABYTES -> "RSS, MB";
      case PROPORTIONAL_MEGABYTES -> "PSS, MB";
      case KMS_CALLS -> "calls";
    };
  }
}
