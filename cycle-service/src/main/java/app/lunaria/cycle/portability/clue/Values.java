package app.lunaria.cycle.portability.clue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a kind on a day, one thing or an array of them: Clue writes an object for what
 * can be chosen once and an array for what can be chosen several times, and both are read
 * everywhere.
 */
final class Values {
  /** Several times what a day takes; more are counted and forgotten. */
  static final int MOST = 256;

  private final List<Value> kept = new ArrayList<>(1);
  private int surplus;

  private Values() {}

  static Values read(JsonParser json) throws IOException {
    Values values = new Values();
    if (json.hasToken(JsonToken.START_ARRAY)) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        values.readOne(json);
      }
    } else {
      values.readOne(json);
    }
    return values;
  }

  private void readOne(JsonParser json) throws IOException {
    ValueReader.read(json)
        .ifPresent(
            value -> {
              if (kept.size() < MOST) {
                kept.add(value);
              } else {
                surplus++;
              }
            });
  }

  List<Value> kept() {
    return kept;
  }

  int surplus() {
    return surplus;
  }
}
