package app.lunaria.cycle.portability.clue;

import app.lunaria.cycle.portability.NotUnderstood;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clue's earlier backup, {@code .cluedata}: an object whose {@code data} is an array with an object
 * for each day, {@code {day, …}}, whose other members are named for what was tracked.
 */
final class Backup {
  private boolean recognised;

  private Backup() {}

  /** Reads the object; says whether it is a backup. */
  static boolean read(JsonParser json, ClueDays days) throws IOException {
    Backup backup = new Backup();
    boolean sound = JsonWalk.members(json, name -> backup.member(name, json, days));
    return sound && backup.recognised;
  }

  private void member(String name, JsonParser json, ClueDays days) throws IOException {
    if (name.equals("data") && json.hasToken(JsonToken.START_ARRAY)) {
      recognised = JsonWalk.elements(json, () -> new Day().read(json, days));
    }
  }

  /** What stands there about one day. */
  private static final class Day {
    private final Map<String, Values> tracked = new LinkedHashMap<>();
    private @Nullable String day;

    boolean read(JsonParser json, ClueDays days) throws IOException {
      boolean sound =
          json.hasToken(JsonToken.START_OBJECT)
              && JsonWalk.members(json, name -> member(name, json));
      String date = day;
      if (sound && date != null) {
        tracked.forEach((kind, values) -> days.add(date, kind, values));
      } else {
        days.malformed(NotUnderstood.OTHER);
      }
      return date != null;
    }

    private void member(String name, JsonParser json) throws IOException {
      if (name.equals("day")) {
        day = ValueReader.text(json).orElse(null);
      } else {
        tracked.put(name, Values.read(json));
      }
    }
  }
}
