package app.lunaria.cycle.portability.clue;

import app.lunaria.cycle.portability.NotUnderstood;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code measurements.json}, which is an array of them: {@code {type, id, date,
 * value}}. All three that are read have to be there: what is said of days elsewhere in Clue's
 * archive, predictions among it, is no measurement.
 */
final class Measurement {
  private @Nullable String type;
  private @Nullable String date;
  private @Nullable Values value;

  private Measurement() {}

  /** Reads the array; says whether it is one of measurements. */
  static boolean readAll(JsonParser json, ClueDays days) throws IOException {
    return JsonWalk.elements(json, () -> new Measurement().read(json, days));
  }

  private boolean read(JsonParser json, ClueDays days) throws IOException {
    boolean sound =
        json.hasToken(JsonToken.START_OBJECT) && JsonWalk.members(json, name -> member(name, json));
    if (type == null || date == null || value == null) {
      days.malformed(type == null ? NotUnderstood.OTHER : type);
      return false;
    }
    if (sound) {
      days.add(date, type, value);
    } else {
      days.malformed(type);
    }
    return true;
  }

  private void member(String name, JsonParser json) throws IOException {
    switch (name) {
      case "type" -> type = ValueReader.text(json).orElse(null);
      case "date" -> date = ValueReader.text(json).orElse(null);
      case "value" -> value = json.hasToken(JsonToken.VALUE_NULL) ? null : Values.read(json);
      default -> {
        // The id, and whatever Clue adds: nothing about the day.
      }
    }
  }
}
