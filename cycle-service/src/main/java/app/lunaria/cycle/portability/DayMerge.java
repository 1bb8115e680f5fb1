package app.lunaria.cycle.portability;

import app.lunaria.cycle.day.DayEntry;
import java.util.SortedSet;
import java.util.TreeSet;

/** Joins a day that she wrote herself with what a file says about it. */
public final class DayMerge {
  private DayMerge() {}

  /**
   * Her day, filled up: what she left open comes from the file, what she wrote stays as it is. The
   * file's symptoms and moods join hers as far as {@link DayEntry#MOST_CODES} of each allow.
   * Filling up once more from the same file changes nothing.
   *
   * @throws IllegalArgumentException if the two are about different days
   */
  public static DayEntry fill(DayEntry hers, DayEntry imported) {
    if (!hers.date().equals(imported.date())) {
      throw new IllegalArgumentException("two entries of one day can be joined");
    }
    return new DayEntry(
        hers.date(),
        hers.flow().or(imported::flow),
        joined(hers.symptoms(), imported.symptoms()),
        joined(hers.mood(), imported.mood()),
        hers.temperature().or(imported::temperature),
        hers.notes().or(imported::notes));
  }

  private static SortedSet<String> joined(SortedSet<String> hers, SortedSet<String> imported) {
    SortedSet<String> all = new TreeSet<>(hers);
    for (String code : imported) {
      if (all.size() < DayEntry.MOST_CODES) {
        all.add(code);
      }
    }
    return all;
  }
}
