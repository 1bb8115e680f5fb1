package app.lunaria.cycle.imports;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.journal.JournalDay;
import app.lunaria.cycle.journal.WholeJournal.Draft;
import app.lunaria.cycle.portability.DayMerge;
import app.lunaria.cycle.portability.ReadExport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a file changes in a journal. Pure. A day into which the same content was imported before
 * stays as it is, whatever she did with it since; on other days what she wrote herself is filled up
 * and never overwritten.
 *
 * @param drafts the days to be written
 * @param created how many of them are new
 * @param unchanged how many days of the file change nothing
 * @param merged how many of her days are filled up
 * @param surplus codes for which a day of hers has no room beside those that she wrote
 */
record ImportPlan(List<Draft> drafts, int created, int unchanged, int merged, Surplus surplus) {

  /** How many. */
  record Surplus(int symptoms, int mood) {
    static final Surplus NONE = new Surplus(0, 0);

    /** With what is in the file and not in the day that was filled up from it. */
    private Surplus and(DayEntry imported, DayEntry filled) {
      return new Surplus(
          symptoms + missing(imported.symptoms(), filled.symptoms()),
          mood + missing(imported.mood(), filled.mood()));
    }

    private static int missing(Set<String> imported, Set<String> filled) {
      return (int) imported.stream().filter(code -> !filled.contains(code)).count();
    }
  }

  ImportPlan {
    drafts = List.copyOf(drafts);
  }

  static ImportPlan of(Collection<JournalDay> journal, ReadExport.Understood file) {
    Map<LocalDate, JournalDay> standing =
        journal.stream().collect(Collectors.toMap(day -> day.entry().date(), Function.identity()));
    String format = file.format().text();
    List<Draft> drafts = new ArrayList<>();
    int created = 0;
    int merged = 0;
    Surplus surplus = Surplus.NONE;
    for (DayEntry imported : file.days().values()) {
      JournalDay hers = standing.get(imported.date());
      String digest = ContentDigest.of(imported);
      if (hers == null) {
        drafts.add(new Draft(imported, Map.of(format, digest)));
        created++;
      } else if (!digest.equals(hers.imported().get(format))) {
        DayEntry filled = DayMerge.fill(hers.entry(), imported);
        surplus = surplus.and(imported, filled);
        if (!filled.equals(hers.entry())) {
          drafts.add(new Draft(filled, with(hers.imported(), format, digest)));
          merged++;
        }
      }
    }
    int unchanged = file.days().size() - created - merged;
    return new ImportPlan(drafts, created, unchanged, merged, surplus);
  }

  private static Map<String, String> with(
      Map<String, String> imported, String format, String digest) {
    Map<String, String> all = new HashMap<>(imported);
    all.put(format, digest);
    return all;
  }
}
