package app.lunaria.cycle.forecastline;

import app.lunaria.cycle.prediction.CycleModel;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a line asks. The members are known when one is made; {@code null} for the age means absent.
 *
 * @param periodStarts rising, 1 to {@value #MOST_STARTS}, none after {@code asOf}
 * @param age in whole years
 */
record Question(List<LocalDate> periodStarts, LocalDate asOf, OptionalInt age) {
  private static final int LONGEST_ID = 128;
  private static final int MOST_STARTS = 10_000;
  private static final Set<String> MEMBERS = Set.of("id", "periodStarts", "asOf", "age");

  /** What the answer is to be called, known before the rest is judged. */
  static String id(JsonNode line) throws RefusedException {
    if (!line.isObject()) {
      throw Refusal.NOT_AN_OBJECT.exception();
    }
    String id = line.path("id").textValue();
    if (id == null || id.isEmpty() || id.length() > LONGEST_ID || !isUnicode(id)) {
      throw Refusal.ID.exception();
    }
    return id;
  }

  /** Whether there is no lone surrogate, which an escape can smuggle in and nobody can write. */
  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /**
   * @param line an object
   */
  static Question of(JsonNode line) throws RefusedException {
    if (line.propertyStream().anyMatch(member -> !MEMBERS.contains(member.getKey()))) {
      throw Refusal.UNKNOWN_MEMBER.exception();
    }
    LocalDate asOf = asOf(line.path("asOf"));
    return new Question(periodStarts(line.path("periodStarts"), asOf), asOf, age(line.path("age")));
  }

  private static LocalDate asOf(JsonNode value) throws RefusedException {
    if (value.isMissingNode() || value.isNull()) {
      throw Refusal.AS_OF.exception();
    }
    return LineDate.of(value);
  }

  private static List<LocalDate> periodStarts(JsonNode values, LocalDate asOf)
      throws RefusedException {
    if (!values.isArray()) {
      throw Refusal.PERIOD_STARTS.exception();
    }
    if (values.isEmpty()) {
      throw Refusal.NO_START.exception();
    }
    if (values.size() > MOST_STARTS) {
      throw Refusal.TOO_MANY_STARTS.exception();
    }
    List<LocalDate> starts = new ArrayList<>(values.size());
    for (JsonNode value : values) {
      LocalDate start = LineDate.of(value);
      if (!starts.isEmpty()) {
        refuseUnlessAfter(starts.getLast(), start);
      }
      starts.add(start);
    }
    if (starts.getLast().isAfter(asOf)) {
      throw Refusal.START_AFTER_AS_OF.exception();
    }
    return starts;
  }

  private static void refuseUnlessAfter(LocalDate previous, LocalDate start)
      throws RefusedException {
    if (start.equals(previous)) {
      throw Refusal.DOUBLED_START.exception();
    }
    if (start.isBefore(previous)) {
      throw Refusal.UNORDERED_STARTS.exception();
    }
  }

  private static OptionalInt age(JsonNode value) throws RefusedException {
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < CycleModel.YOUNGEST
        || value.intValue() > CycleModel.OLDEST) {
      throw Refusal.AGE.exception();
    }
    return OptionalInt.of(value.intValue());
  }

  /** Without what a person told. */
  @Override
  public String toString() {
    return "‹Question›";
  }
}
