package app.lunaria.acceptance.story.forecast;

import app.lunaria.acceptance.story.forecast.Forecast.Chance;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A forecast as a person reads it: a sentence, and a bar for each day that is not unlikely. What
 * may come after the last of them is one bar more.
 */
final class ForecastPicture {
  private static final double UNLIKELY = 0.01;
  private static final double LONGEST = 10; // blocks, of the likeliest day
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
  private static final int COLUMNS = 3;
  private static final int COLUMN = 24;
  private static final int WIDTH = 86;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  private ForecastPicture() {}

  static List<String> of(Forecast forecast) {
    List<String> lines = new ArrayList<>(sentence(forecast));
    lines.addAll(columns(bars(forecast)));
    return lines;
  }

  private static List<String> sentence(Forecast forecast) {
    String next =
        "next period most likely on %s, %s;"
            .formatted(DAY.format(forecast.median()), in(forecast.asOf(), forecast.median()));
    String range = "8 times of 10 between %s and %s";
    boolean oneMonth = forecast.p10().getMonth() == forecast.p90().getMonth();
    String from =
        oneMonth ? Integer.toString(forecast.p10().getDayOfMonth()) : DAY.format(forecast.p10());
    range = range.formatted(from, DAY.format(forecast.p90()));
    return next.length() + 1 + range.length() <= WIDTH
        ? List.of(next + " " + range)
        : List.of(next, range);
  }

  private static String in(LocalDate today, LocalDate day) {
    long days = ChronoUnit.DAYS.between(today, day);
    return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
  }

  private static List<String> bars(Forecast forecast) {
    List<Chance> likely =
        forecast.chances().stream().filter(chance -> chance.p() >= UNLIKELY).toList();
    double most = likely.stream().mapToDouble(Chance::p).max().orElse(1);
    List<String> bars = new ArrayList<>();
    for (Chance chance : likely) {
      bars.add(line("%2d".formatted(chance.date().getDayOfMonth()), chance.p(), most));
    }
    double later =
        likely.isEmpty()
            ? 1
            : forecast.chances().stream()
                .filter(chance -> chance.date().isAfter(likely.getLast().date()))
                .mapToDouble(Chance::p)
                .sum();
    bars.add(line("later", later, most));
    return bars;
  }

  private static String line(String label, double p, double most) {
    return "%s %s %d %%".formatted(label, bar(p / most * LONGEST), Math.round(p * 100));
  }

  /** In eighths of a block; what is there at all shows. */
  private static String bar(double blocks) {
    long eighths = Math.max(1, Math.round(blocks * 8));
    String whole = "█".repeat((int) (eighths / 8));
    return eighths % 8 == 0 ? whole : whole + EIGHTHS.charAt((int) (eighths % 8));
  }

  /** Filled downwards, one column after the other. */
  private static List<String> columns(List<String> bars) {
    int rows = Math.ceilDiv(bars.size(), COLUMNS);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = row; i < bars.size(); i += rows) {
        String bar = bars.get(i);
        line.append(bar).append(" ".repeat(Math.max(1, COLUMN - bar.length())));
      }
      lines.add(" " + line.toString().stripTrailing());
    }
    return lines;
  }
}
