package app.lunaria.cycle.day;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What she wrote about one day, the local date where she was.
 *
 * @param symptoms codes, sorted; at most {@value #MOST_CODES}
 * @param mood codes, sorted; at most {@value #MOST_CODES}
 * @param notes 1 to {@value #LONGEST_NOTES} characters
 */
public record DayEntry(
    LocalDate date,
    Optional<Flow> flow,
    SortedSet<String> symptoms,
    SortedSet<String> mood,
    Optional<BasalTemperature> temperature,
    Optional<String> notes) {
  public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  public static final int MOST_CODES = 50;
  public static final int LONGEST_NOTES = 4000;

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public DayEntry {
    symptoms = checked(symptoms);
    mood = checked(mood);
    if (notes.filter(text -> text.isEmpty() || length(text) > LONGEST_NOTES).isPresent()) {
      throw new IllegalArgumentException("notes have 1 to 4,000 characters");
    }
  }

  /** Nothing about a day. */
  public static DayEntry empty(LocalDate date) {
    return new DayEntry(
        date,
        Optional.empty(),
        new TreeSet<>(),
        new TreeSet<>(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it has the form of a code: a small letter, then up to 39 of a-z, 0-9 and hyphen. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** How many characters a text has, as a person counts them: code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static SortedSet<String> checked(SortedSet<String> codes) {
    if (codes.size() > MOST_CODES || !codes.stream().allMatch(DayEntry::isCode)) {
      throw new IllegalArgumentException("at most 50 codes, each of the form of a code");
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }

  /** Without the day and without what she wrote. */
  @Override
  public String toString() {
    return "‹DayEntry›";
  }
}
