package app.lunaria.acceptance.story.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A forecast as the service answers it; {@code toString} hides all of it.
 *
 * @param chances of the days on which the next period may begin
 * @param cycles how many completed ones it knows of
 */
record Forecast(
    LocalDate asOf,
    LocalDate median,
    LocalDate p10,
    LocalDate p90,
    List<Chance> chances,
    int cycles) {

  /** That her next period begins on a day. */
  record Chance(LocalDate date, double p) {
    @Override
    public String toString() {
      return "‹Chance›";
    }
  }

  /** How far the probabilities, which are rounded numbers, may be from their sum. */
  private static final double ROUNDING = 1e-6;

  Forecast {
    chances = List.copyOf(chances);
  }

  /** Empty when it says nothing of a next period, or is no forecast. */
  static Optional<Forecast> of(JsonNode json) {
    JsonNode next = json.path("next");
    List<Chance> chances = new ArrayList<>();
    try {
      for (JsonNode one : json.path("probabilities")) {
        chances.add(new Chance(date(one, "date"), one.path("p").asDouble(Double.NaN)));
      }
      return Optional.of(
          new Forecast(
              date(json, "asOf"),
              date(next, "median"),
              date(next, "p10"),
              date(next, "p90"),
              chances,
              json.path("cycles").asInt(-1)));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private static LocalDate date(JsonNode json, String member) {
    return LocalDate.parse(json.path(member).asText());
  }

  /** What contradicts itself in it, or the calendar. */
  Optional<String> objection() {
    double sum = chances.stream().mapToDouble(Chance::p).sum();
    if (!(Math.abs(sum - 1) < ROUNDING)) {
      return Optional.of("probabilities that do not sum to 1");
    }
    if (chances.stream().anyMatch(chance -> !(chance.p() >= 0 && chance.p() <= 1))) {
      return Optional.of("something that is no probability");
    }
    if (chances.stream().anyMatch(chance -> chance.date().isBefore(asOf))) {
      return Optional.of("a day in the past");
    }
    if (median.isBefore(p10) || median.isAfter(p90)) {
      return Optional.of("a middle that lies outside its interval");
    }
    return isReached(0.1, p10) && isReached(0.5, median) && isReached(0.9, p90)
        ? Optional.empty()
        : Optional.of("a day that the probabilities contradict");
  }

  /** Is the day the first until which the period has begun with that probability? */
  private boolean isReached(double share, LocalDate day) {
    return until(day) > share - ROUNDING && until(day.minusDays(1)) < share + ROUNDING;
  }

  private double until(LocalDate day) {
    return chances.stream()
        .filter(chance -> !chance.date().isAfter(day))
        .mapToDouble(Chance::p)
        .sum();
  }

  @Override
  public String toString() {
    return "‹Forecast›";
  }
}
