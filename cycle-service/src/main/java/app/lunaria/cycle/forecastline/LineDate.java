package app.lunaria.cycle.forecastline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A date as it stands in a line. */
final class LineDate {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int DECIMAL = 10;

  private LineDate() {}

  static LocalDate of(JsonNode value) throws RefusedException {
    String text = value.textValue();
    if (text == null || !FORM.matcher(text).matches()) {
      throw Refusal.DATE_FORM.exception();
    }
    LocalDate date = existing(text);
    if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      throw Refusal.DATE_OUT_OF_RANGE.exception();
    }
    return date;
  }

  /** Part by part: a formatter costs more than a whole forecast when a history is long. */
  private static LocalDate existing(String text) throws RefusedException {
    try {
      return LocalDate.of(
          Integer.parseInt(text, 0, 4, DECIMAL),
          Integer.parseInt(text, 5, 7, DECIMAL),
          Integer.parseInt(text, 8, 10, DECIMAL));
    } catch (DateTimeException impossible) {
      throw Refusal.IMPOSSIBLE_DATE.exception();
    }
  }
}
