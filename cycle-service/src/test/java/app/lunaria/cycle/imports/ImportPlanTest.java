package app.lunaria.cycle.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import app.lunaria.cycle.journal.JournalDay;
import app.lunaria.cycle.journal.WholeJournal.Draft;
import app.lunaria.cycle.portability.ExportFormat;
import app.lunaria.cycle.portability.ReadExport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportPlanTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);
  private static final DayEntry SAYS = entry(MONDAY, Flow.HEAVY, "cramps");
  private static final String DIGEST = ContentDigest.of(SAYS);

  @Test
  void aDayThatHerJournalDoesNotHaveIsNew() {
    ImportPlan plan = ImportPlan.of(List.of(), file(SAYS));

    assertThat(plan.drafts()).containsExactly(new Draft(SAYS, Map.of("clue", DIGEST)));
    assertThat(counts(plan)).containsExactly(1, 0, 0);
  }

  @Test
  void aDayOfHersIsFilledUpAndRemembersWhatTheFileSaid() {
    JournalDay hers = day(entry(MONDAY, Flow.LIGHT, "headache"), Map.of());

    ImportPlan plan = ImportPlan.of(List.of(hers), file(SAYS));

    assertThat(plan.drafts())
        .containsExactly(
            new Draft(entry(MONDAY, Flow.LIGHT, "cramps", "headache"), Map.of("clue", DIGEST)));
    assertThat(counts(plan)).containsExactly(0, 0, 1);
  }

  @Test
  void aDayThatSaysItAllAlreadyStaysAsItIs() {
    assertThat(counts(ImportPlan.of(List.of(day(SAYS, Map.of())), file(SAYS))))
        .containsExactly(0, 1, 0);
  }

  @Test
  void theSameContentIsNotImportedTwiceWhateverSheDidSince() {
    JournalDay edited = day(DayEntry.empty(MONDAY), Map.of("clue", DIGEST));

    ImportPlan plan = ImportPlan.of(List.of(edited), file(SAYS));

    assertThat(plan.drafts()).isEmpty();
    assertThat(counts(plan)).containsExactly(0, 1, 0);
  }

  @Test
  void otherContentOfTheSameFormatFillsUpOnceMore() {
    JournalDay before = day(SAYS, Map.of("clue", DIGEST));
    DayEntry more = entry(MONDAY, Flow.HEAVY, "cramps", "nausea");

    ImportPlan plan = ImportPlan.of(List.of(before), file(more));

    assertThat(plan.drafts())
        .containsExactly(new Draft(more, Map.of("clue", ContentDigest.of(more))));
  }

  @Test
  void whatIsPlannedTwiceChangesNothingTheSecondTime() {
    JournalDay hers = day(entry(MONDAY, Flow.LIGHT), Map.of());
    ReadExport.Understood file = file(SAYS, entry(MONDAY.plusDays(1), Flow.LIGHT));

    ImportPlan first = ImportPlan.of(List.of(hers), file);
    Collection<JournalDay> after =
        first.drafts().stream().map(draft -> day(draft.entry(), draft.imported())).toList();

    assertThat(counts(first)).containsExactly(1, 0, 1);
    assertThat(counts(ImportPlan.of(after, file))).containsExactly(0, 2, 0);
  }

  @Test
  void codesForWhichHerDayHasNoRoomAreToldAndNotDroppedInSilence() {
    String[] fortyNine = codes("hers", DayEntry.MOST_CODES - 1);
    JournalDay hers = day(entry(MONDAY, Flow.LIGHT, fortyNine), Map.of());
    ReadExport.Understood file = file(entry(MONDAY, Flow.HEAVY, codes("its", 3)));

    ImportPlan plan = ImportPlan.of(List.of(hers), file);

    assertThat(plan.drafts().getFirst().entry().symptoms())
        .hasSize(DayEntry.MOST_CODES)
        .contains(fortyNine);
    assertThat(plan.surplus()).isEqualTo(new ImportPlan.Surplus(2, 0));
    assertThat(ImportReport.of(file, plan).notUnderstood())
        .containsExactly(new ImportReport.Line("symptoms", 2, "too-many"));
  }

  private static String[] codes(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toArray(String[]::new);
  }

  @Test
  void eachMemberOfADayIsInTheDigest() {
    DayEntry full =
        new DayEntry(
            MONDAY,
            Optional.of(Flow.HEAVY),
            new TreeSet<>(List.of("a", "b")),
            new TreeSet<>(List.of("c")),
            Optional.of(new BasalTemperature(3652, false)),
            Optional.of("x"));

    Stream<DayEntry> others =
        Stream.of(
            full,
            new DayEntry(
                MONDAY.plusDays(1),
                full.flow(),
                full.symptoms(),
                full.mood(),
                full.temperature(),
                full.notes()),
            new DayEntry(
                MONDAY,
                Optional.empty(),
                full.symptoms(),
                full.mood(),
                full.temperature(),
                full.notes()),
            new DayEntry(
                MONDAY,
                full.flow(),
                new TreeSet<>(List.of("a")),
                full.mood(),
                full.temperature(),
                full.notes()),
            new DayEntry(
                MONDAY,
                full.flow(),
                full.mood(),
                full.symptoms(),
                full.temperature(),
                full.notes()),
            new DayEntry(
                MONDAY,
                full.flow(),
                full.symptoms(),
                full.mood(),
                Optional.of(new BasalTemperature(3652, true)),
                full.notes()),
            new DayEntry(
                MONDAY, full.flow(), full.symptoms(), full.mood(), Optional.empty(), full.notes()),
            new DayEntry(
                MONDAY,
                full.flow(),
                full.symptoms(),
                full.mood(),
                full.temperature(),
                Optional.empty()));

    assertThat(others.map(ContentDigest::of))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.length() == 22);
  }

  private static List<Integer> counts(ImportPlan plan) {
    return List.of(plan.created(), plan.unchanged(), plan.merged());
  }

  private static ReadExport.Understood file(DayEntry... entries) {
    SortedMap<LocalDate, DayEntry> days = new TreeMap<>();
    Arrays.stream(entries).forEach(entry -> days.put(entry.date(), entry));
    return new ReadExport.Understood(ExportFormat.CLUE, days, List.of());
  }

  private static JournalDay day(DayEntry entry, Map<String, String> imported) {
    return new JournalDay(1, entry, imported);
  }

  private static DayEntry entry(LocalDate date, Flow flow, String... symptoms) {
    return new DayEntry(
        date,
        Optional.of(flow),
        new TreeSet<>(List.of(symptoms)),
        new TreeSet<>(),
        Optional.empty(),
        Optional.empty());
  }
}
