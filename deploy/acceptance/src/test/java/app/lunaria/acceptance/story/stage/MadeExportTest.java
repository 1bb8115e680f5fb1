package app.lunaria.acceptance.story.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MadeExportTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  private final MadeExport export = new MadeExport(TODAY, "a note");

  @Test
  void itHoldsAsManyDaysAsItSaysTheLastOfThemYesterday() throws Exception {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (JsonNode record : records()) {
      days.add(LocalDate.parse(record.path("date").asText().substring(0, 10)));
    }

    assertThat(days).hasSize(MadeExport.DAYS);
    assertThat(days.last()).isEqualTo(TODAY.minusDays(1));
    assertThat(days.first()).isEqualTo(export.starts().getFirst());
    for (int ago : MadeExport.LEFT_OUT) {
      assertThat(days).doesNotContain(TODAY.minusDays(ago)).contains(TODAY.minusDays(4));
    }
  }

  @Test
  void thePeriodsAreAsManyAsItsCyclesAndTheRunningOne() {
    List<LocalDate> starts = export.starts();

    assertThat(starts).isSorted().hasSize(MadeExport.CYCLES + 1);
    assertThat(starts.getLast()).isEqualTo(TODAY.minusDays(MadeExport.RUNNING));
    for (int i = 1; i < starts.size(); i++) {
      assertThat(ChronoUnit.DAYS.between(starts.get(i - 1), starts.get(i))).isBetween(27L, 32L);
    }
  }

  @Test
  void itsKindsAreManyAndOneOfThemIsUnknown() throws Exception {
    var counts =
        records().stream()
            .collect(
                Collectors.groupingBy(
                    record -> record.path("type").asText(), Collectors.counting()));

    assertThat(counts)
        .containsEntry(MadeExport.UNKNOWN_KIND, (long) MadeExport.UNKNOWN)
        .containsEntry("notes", 1L)
        .containsKeys("period", "spotting", "pain", "feelings", "bbt", "discharge", "tests");
    assertThat(export.json()).contains("{\"option\":\"a note\"}");
  }

  @Test
  void theDaysToBeLookedForAreFirstDaysOfPeriodsYearsAgo() {
    assertThat(export.searchedDays())
        .hasSize(4)
        .isSubsetOf(export.starts())
        .allMatch(day -> day.isBefore(TODAY.minusYears(5)));
  }

  @Test
  void itDoesNotShowWhatItHolds() {
    assertThat(export).hasToString("‹MadeExport›");
  }

  private List<JsonNode> records() throws Exception {
    List<JsonNode> records = new ArrayList<>();
    JsonMapper.builder().build().readTree(export.json()).forEach(records::add);
    return records;
  }
}
