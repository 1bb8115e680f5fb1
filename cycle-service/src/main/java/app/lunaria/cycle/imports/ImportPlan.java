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
 */
record ImportPlan(List<Draft> drafts, int created, int unchanged, int merged) {
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
    for (DayEntry imported : file.days().values()) {
      JournalDay hers = standing.get(imported.date());
      String digest = ContentDigest.of(imported);
      if (hers == null) {
        drafts.add(new Draft(imported, Map.of(format, digest)));
        created++;
      } else if (!digest.equals(hers.imported().get(format))) {
        DayEntry filled = DayMerge.fill(hers.entry(), imported);
        if (!filled.equals(hers.entry())) {
          drafts.add(new Draft(filled, with(hers.imported(), format, digest)));
          merged++;
        }
      }
    }
    return new ImportPlan(drafts, created, file.days().size() - created - merged, merged);
  }

  private static Map<String, String> with(
      Map<String, String> imported, String format, String digest) {
    Map<String, String> all = new HashMap<>(imported);
    all.put(format, digest);
    return all;
  }
}
