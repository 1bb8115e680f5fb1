package app.lunaria.cycle.portability.clue;

import static java.util.Map.entry;

import app.lunaria.cycle.day.DayEntry;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A kind of record that Clue is known to write, and where in a day it goes.
 *
 * @param mark what stands before an option in the code that is made of the two; empty where the
 *     option is a code by itself
 */
record ClueKind(Place place, String mark) {

  enum Place {
    PERIOD,
    SPOTTING,
    TEMPERATURE,
    NOTES,
    TAGS,
    MOOD,
    SYMPTOMS
  }

  /** What goes to the symptoms under its own name. */
  private static final Set<String> SYMPTOMS =
      Set.of(
          "ailments",
          "appointments",
          "birth_control_implant",
          "birth_control_iud",
          "birth_control_patch",
          "birth_control_pill",
          "birth_control_ring",
          "birth_control_shot",
          "breasts_chest",
          "collection_method",
          "craving",
          "digestion",
          "discharge",
          "energy",
          "exercise",
          "hair",
          "hot_flashes",
          "leisure",
          "medication",
          "meditation",
          "motivation",
          "party",
          "pms",
          "sex_life",
          "skin",
          "sleep",
          "sleep_duration",
          "sleep_quality",
          "social_life",
          "stool",
          "supplements",
          "tests",
          "urine",
          "vulva_vagina");

  /** Names of the backup, and others that are met, for what the measurements have today. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          entry("ailment", "ailments"),
          entry("appointment", "appointments"),
          entry("birth_control_injection", "birth_control_shot"),
          entry("cravings", "craving"),
          entry("emotion", "feelings"),
          entry("emotions", "feelings"),
          entry("fluid", "discharge"),
          entry("injection_hbc", "birth_control_shot"),
          entry("iud", "birth_control_iud"),
          entry("mental", "mind"),
          entry("mood", "feelings"),
          entry("note", "notes"),
          entry("partying", "party"),
          entry("patch_hbc", "birth_control_patch"),
          entry("pill_hbc", "birth_control_pill"),
          entry("poop", "stool"),
          entry("ring_hbc", "birth_control_ring"),
          entry("sex", "sex_life"),
          entry("social", "social_life"),
          entry("test", "tests"));

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ _/]+");

  /** The kind of that name; empty if a day has no place for it. */
  static Optional<ClueKind> named(String name) {
    String current = OTHER_NAMES.getOrDefault(name, name);
    return switch (current) {
      case "period" -> Optional.of(new ClueKind(Place.PERIOD, ""));
      case "spotting" -> Optional.of(new ClueKind(Place.SPOTTING, "spotting"));
      case "bbt" -> Optional.of(new ClueKind(Place.TEMPERATURE, ""));
      case "notes" -> Optional.of(new ClueKind(Place.NOTES, ""));
      case "tags" -> Optional.of(new ClueKind(Place.TAGS, "tag"));
      case "feelings", "mind" -> Optional.of(new ClueKind(Place.MOOD, ""));
      case "pain" -> Optional.of(new ClueKind(Place.SYMPTOMS, ""));
      default ->
          SYMPTOMS.contains(current)
              ? Optional.of(new ClueKind(Place.SYMPTOMS, kebab(current)))
              : Optional.empty();
    };
  }

  /** {@code very_heavy} or {@code Very heavy} as {@code very-heavy}. */
  static String kebab(String text) {
    return BETWEEN_WORDS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
  }

  /** The code that says that there was this kind; empty if its options say more. */
  Optional<String> code() {
    return Optional.of(mark).filter(DayEntry::isCode);
  }

  /** The code of an option of this kind; empty if it cannot be one. */
  Optional<String> code(String option) {
    String name = kebab(option);
    String code = mark.isEmpty() || mark.equals(name) ? name : mark + "-" + name;
    return Optional.of(code).filter(DayEntry::isCode);
  }
}
