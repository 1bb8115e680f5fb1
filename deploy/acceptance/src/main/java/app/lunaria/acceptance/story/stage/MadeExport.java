package app.lunaria.acceptance.story.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Ten years as Clue exports them ({@code measurements.json}), made up: always of the same shape,
 * the last day being the one before {@code today}. It holds {@value #DAYS} days and {@value
 * #CYCLES} whole cycles, the last period having begun {@value #RUNNING} days ago, and on {@value
 * #UNKNOWN} days a kind of record that nobody knows.
 */
public final class MadeExport {
  public static final int DAYS = 3_650;
  public static final int CYCLES = 124;
  static final int RUNNING = 24;
  public static final int UNKNOWN = 12;
  public static final String UNKNOWN_KIND = "an_unknown_type";

  /** How many days ago were those near its end about which it says nothing. */
  public static final List<Integer> LEFT_OUT = List.of(2, 3);

  private static final List<Integer> LENGTHS =
      List.of(
          29, 30, 28, 31, 29, 28, 30, 29, 27, 30, 29, 31, 28, 29, 30, 29, 32, 28, 29, 30, 29, 28,
          31, 29, 29, 27, 30, 29, 30, 29, 30);

  private static final List<String> FLOWS = List.of("heavy", "very_heavy", "medium", "light");
  private static final Set<Integer> SEARCHED_CYCLES = Set.of(3, 17, 29, 41);

  private final LocalDate today;
  private final String note;
  private final ArrayNode records = JsonNodeFactory.instance.arrayNode();

  /**
   * @param note stands once in it
   */
  public MadeExport(LocalDate today, String note) {
    this.today = today;
    this.note = note;
    List<LocalDate> starts = starts();
    for (int cycle = 0; cycle < starts.size(); cycle++) {
      addCycle(cycle, starts.get(cycle), cycle + 1 < starts.size() ? starts.get(cycle + 1) : today);
    }
  }

  /** The file. */
  public String json() {
    return records.toString();
  }

  /** The starts of all periods, rising: one more than there are whole cycles. */
  List<LocalDate> starts() {
    List<LocalDate> starts = new ArrayList<>();
    LocalDate start = today.minusDays(RUNNING);
    starts.add(start);
    for (int i = CYCLES - 1; i >= 0; i--) {
      start = start.minusDays(LENGTHS.get(i % LENGTHS.size()));
      starts.addFirst(start);
    }
    return starts;
  }

  /**
   * Days that are worth looking for: first days of periods. They are years back, because our own
   * files, tables and logs tell of days too, all of them recent.
   */
  List<LocalDate> searchedDays() {
    List<LocalDate> starts = starts();
    return SEARCHED_CYCLES.stream().sorted().map(starts::get).toList();
  }

  private void addCycle(int cycle, LocalDate start, LocalDate end) {
    for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
      if (!isLeftOut(day)) {
        addDay(day, Math.toIntExact(day.toEpochDay() - start.toEpochDay()), cycle);
      }
    }
  }

  private boolean isLeftOut(LocalDate day) {
    return LEFT_OUT.stream().anyMatch(ago -> day.equals(today.minusDays(ago)));
  }

  /**
   * @param at 0 on the first day of a period
   */
  private void addDay(LocalDate day, int at, int cycle) {
    if (at < FLOWS.size()) {
      add("period", day, option(FLOWS.get(at)));
    }
    switch (at) {
      case 0 -> {
        add("pain", day, options("period_cramps", "lower_back"));
        if (cycle < UNKNOWN) {
          add(UNKNOWN_KIND, day, option("x"));
        }
      }
      case 5 -> add("spotting", day, options("red"));
      case 8 -> add("sex_life", day, options("protected_sex"));
      case 13 -> add("discharge", day, options("egg_white"));
      case 14 -> add("tests", day, options("ovulation_positive"));
      default -> {
        // Nothing that belongs to a day of the cycle.
      }
    }
    if (at == 9 && cycle == 60) {
      add("notes", day, option(note));
    }
    if (at % 3 == 1) {
      add("bbt", day, temperature(at));
    }
    switch (at % 3) {
      case 0 -> add("energy", day, options("exhausted"));
      case 1 -> add("feelings", day, options("calm", "sad"));
      default -> add("exercise", day, options("running"));
    }
  }

  private static JsonNode temperature(int at) {
    ObjectNode degrees = JsonNodeFactory.instance.objectNode();
    degrees.put("celsius", (at < 15 ? 36.3 : 36.6) + (at % 4) * 0.05);
    return degrees.put("excluded", at == 25);
  }

  private static JsonNode option(String name) {
    return JsonNodeFactory.instance.objectNode().put("option", name);
  }

  private static JsonNode options(String... names) {
    ArrayNode options = JsonNodeFactory.instance.arrayNode();
    for (String name : names) {
      options.add(option(name));
    }
    return options;
  }

  private void add(String type, LocalDate day, JsonNode value) {
    int number = records.size() + 1;
    records
        .addObject()
        .put("type", type)
        .put("id", "00000000-0000-4000-8000-%012d".formatted(number))
        .put("date", number % 7 == 0 ? day + "T00:00:00.000Z" : day.toString())
        .set("value", value);
  }

  @Override
  public String toString() {
    return "‹MadeExport›";
  }
}
