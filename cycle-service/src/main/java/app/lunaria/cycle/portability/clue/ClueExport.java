package app.lunaria.cycle.portability.clue;

import app.lunaria.cycle.portability.ReadExport;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Tells Clue's two files apart and reads either. */
public final class ClueExport {
  private ClueExport() {}

  /**
   * What the parser's first value says about which days.
   *
   * @return empty if it has neither shape
   * @throws IOException if it is no JSON, or ends too early
   */
  public static Optional<ReadExport.Understood> read(JsonParser json, LocalDate latestDay)
      throws IOException {
    ClueDays days = new ClueDays(latestDay);
    json.nextToken();
    boolean recognised =
        json.hasToken(JsonToken.START_ARRAY)
            ? Measurement.readAll(json, days)
            : json.hasToken(JsonToken.START_OBJECT) && Backup.read(json, days);
    return recognised ? Optional.of(days.understood()) : Optional.empty();
  }
}
