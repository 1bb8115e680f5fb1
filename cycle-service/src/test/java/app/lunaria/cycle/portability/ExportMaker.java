package app.lunaria.cycle.portability;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes Clue's export of ten years of an invented person, with every kind that Clue is known to
 * write; the same file for the same seed and day. It knows the words of the file and those of a day
 * by itself, so that a reader can be judged by it.
 */
public final class ExportMaker {
  public static final int DAYS = 3651;
  public static final int CYCLES = 124;
  public static final int UNKNOWN_RECORDS = 12;
  public static final String UNKNOWN_TYPE = "an_unknown_type";

  private static final int DAYS_AFTER_LAST_START = 12;

  /** Kinds that become symptoms under their own name, and some of their options. */
  private static final Map<String, List<String>> SYMPTOMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ailments", List.of("allergy", "fever", "injury")),
              Map.entry("appointments", List.of("doctor", "ob_gyn")),
              Map.entry("birth_control_implant", List.of("inserted")),
              Map.entry("birth_control_iud", List.of("thread_checked")),
              Map.entry("birth_control_patch", List.of("replaced")),
              Map.entry("birth_control_pill", List.of("taken", "late", "missed", "double")),
              Map.entry("birth_control_ring", List.of("replaced", "removed")),
              Map.entry("birth_control_shot", List.of("administered")),
              Map.entry("breasts_chest", List.of("lumps")),
              Map.entry("collection_method", List.of("pad", "tampon", "menstrual_cup")),
              Map.entry("craving", List.of("sweet", "salty", "chocolate", "carbs")),
              Map.entry("digestion", List.of("bloated", "gassy", "nauseated")),
              Map.entry("discharge", List.of("none", "sticky", "creamy", "egg_white")),
              Map.entry("exercise", List.of("running", "yoga", "swimming")),
              Map.entry("hair", List.of("good_hair", "oily_hair")),
              Map.entry("hot_flashes", List.of("mild")),
              Map.entry("leisure", List.of("reading", "travel")),
              Map.entry("medication", List.of("pain", "antibiotic", "cold_flu_medication")),
              Map.entry("meditation", List.of("short", "long")),
              Map.entry("motivation", List.of("motivated", "unproductive")),
              Map.entry("party", List.of("drinks", "big_night")),
              Map.entry("sex_life", List.of("protected_sex", "high_sex_drive", "no_sex_today")),
              Map.entry("skin", List.of("acne", "dry_skin")),
              Map.entry("sleep_duration", List.of("3_to_6_hours", "6_to_9_hours")),
              Map.entry("sleep_quality", List.of("woke_up_refreshed")),
              Map.entry("social_life", List.of("sociable", "withdrawn")),
              Map.entry("stool", List.of("normal", "constipated")),
              Map.entry("supplements", List.of("iron")),
              Map.entry("tests", List.of("ovulation_positive", "pregnancy_negative")),
              Map.entry("urine", List.of("frequent")),
              Map.entry("vulva_vagina", List.of("itching"))));

  private static final List<String> PAINS =
      List.of("period_cramps", "lower_back", "headache", "migraine_with_aura", "pain_free");
  private static final Map<String, List<String>> MOODS =
      Map.of(
          "feelings", List.of("happy", "sad", "mood_swings", "anxious"),
          "mind", List.of("calm", "stressed", "focused"));
  private static final List<String> ENERGIES =
      List.of("exhausted", "tired", "energetic", "fully_energized");

  private final Random random;
  private final List<String> records = new ArrayList<>();

  private ExportMaker(long seed) {
    this.random = new Random(seed);
  }

  /** Ten years, of which the last day is the given one. */
  public static MadeExport tenYears(long seed, LocalDate lastDay) {
    return new ExportMaker(seed).make(lastDay.minusDays(DAYS - 1));
  }

  private MadeExport make(LocalDate firstDay) {
    List<LocalDate> starts = starts(firstDay);
    SortedMap<LocalDate, DayEntry> days = new TreeMap<>();
    LocalDate start = firstDay;
    List<String> kinds = List.copyOf(SYMPTOMS.keySet());
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = firstDay.plusDays(i);
      start = starts.contains(day) ? day : start;
      int cycleDay = Math.toIntExact(day.toEpochDay() - start.toEpochDay());
      // Each kind in turn, so that none is missing.
      days.put(day, new Day(day, cycleDay).make(kinds.get(i % kinds.size())));
    }
    for (int i = 0; i < UNKNOWN_RECORDS; i++) {
      record(UNKNOWN_TYPE, firstDay.plusDays(random.nextInt(DAYS)), "{\"option\":\"x\"}");
    }
    Collections.shuffle(records, random);
    String file = "[\n" + String.join(",\n", records) + "\n]\n";
    return new MadeExport(file.getBytes(StandardCharsets.UTF_8), days, starts, UNKNOWN_RECORDS);
  }

  /** Lengths around their mean, until they fill the time. */
  private List<LocalDate> starts(LocalDate firstDay) {
    int[] lengths =
        random
            .doubles(CYCLES)
            .mapToInt(_ -> (int) Math.round(29.3 + 2.2 * random.nextGaussian()))
            .map(length -> Math.clamp(length, 22, 40))
            .toArray();
    int missing = DAYS - 1 - DAYS_AFTER_LAST_START;
    for (int length : lengths) {
      missing -= length;
    }
    while (missing != 0) {
      lengths[random.nextInt(CYCLES)] += Integer.signum(missing);
      missing -= Integer.signum(missing);
    }
    List<LocalDate> starts = new ArrayList<>(List.of(firstDay));
    for (int length : lengths) {
      starts.add(starts.getLast().plusDays(length));
    }
    return List.copyOf(starts);
  }

  private void record(String type, LocalDate day, String value) {
    String time = random.nextInt(10) == 0 ? "T00:00:00.000Z" : "";
    records.add(
        "{\"type\":\"%s\",\"id\":\"00000000-0000-4000-8000-%012d\",\"date\":\"%s%s\",\"value\":%s}"
            .formatted(type, records.size(), day, time, value));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A day, written as records and gathered as an entry at the same time. */
  private final class Day {
    private final LocalDate day;
    private final int cycleDay;
    private Optional<Flow> flow = Optional.empty();
    private final SortedSet<String> symptoms = new TreeSet<>();
    private final SortedSet<String> mood = new TreeSet<>();
    private Optional<BasalTemperature> temperature = Optional.empty();
    private Optional<String> notes = Optional.empty();

    Day(LocalDate day, int cycleDay) {
      this.day = day;
      this.cycleDay = cycleDay;
    }

    DayEntry make(String kind) {
      bleeding();
      symptoms.addAll(options("energy", ENERGIES, "energy-"));
      symptoms.addAll(options(kind, SYMPTOMS.get(kind), kind.replace('_', '-') + "-"));
      if (oneIn(3)) {
        symptoms.addAll(options("pain", PAINS, ""));
      }
      MOODS.forEach(
          (moodKind, options) -> {
            if (oneIn(4)) {
              mood.addAll(options(moodKind, options, ""));
            }
          });
      if (cycleDay > 22 && oneIn(5)) {
        record("pms", day, "{\"option\":\"pms\"}");
        symptoms.add("pms");
      }
      if (oneIn(2)) {
        temperature();
      }
      if (oneIn(20)) {
        words();
      }
      return new DayEntry(day, flow, symptoms, mood, temperature, notes);
    }

    private void bleeding() {
      if (cycleDay < 5) {
        Flow amount =
            List.of(Flow.MEDIUM, Flow.HEAVY, Flow.VERY_HEAVY, Flow.LIGHT).get(cycleDay % 4);
        flow = Optional.of(amount);
        record("period", day, "{\"option\":\"" + amount.text().replace('-', '_') + "\"}");
      } else if (cycleDay > 9 && oneIn(40)) {
        flow = Optional.of(Flow.SPOTTING);
        symptoms.addAll(options("spotting", List.of("red", "brown"), "spotting-"));
      }
    }

    /** Writes one option as an object or up to three as an array; gives their codes. */
    private SortedSet<String> options(String kind, List<String> of, String mark) {
      SortedSet<String> chosen = new TreeSet<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        chosen.add(of.get(random.nextInt(of.size())));
      }
      List<String> objects =
          chosen.stream().map(option -> "{\"option\":\"" + option + "\"}").toList();
      boolean single = objects.size() == 1 && oneIn(2);
      record(kind, day, single ? objects.getFirst() : objects.toString());
      return chosen.stream()
          .map(option -> mark + option.replace('_', '-'))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private void temperature() {
      int hundredths = 3630 + (cycleDay > 16 ? 35 : 0) + random.nextInt(20);
      boolean excluded = oneIn(15);
      temperature = Optional.of(new BasalTemperature(hundredths, excluded));
      record(
          "bbt",
          day,
          "{\"%s\":%d.%02d,\"excluded\":%b}"
              .formatted(
                  oneIn(10) ? "temperature" : "celsius",
                  hundredths / 100,
                  hundredths % 100,
                  excluded));
    }

    private void words() {
      if (oneIn(2)) {
        record("tags", day, "[{\"option\":\"Long walk\"},{\"option\":\"müde 😴\"}]");
        symptoms.add("tag-long-walk");
        notes = Optional.of("müde 😴");
      } else {
        record("notes", day, "{\"option\":\"A \\\"quiet\\\" day,\\nwith tea\"}");
        notes = Optional.of("A \"quiet\" day,\nwith tea");
      }
    }
  }
}
