package app.lunaria.cycle.summary;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.prediction.CycleModel;
import app.lunaria.kit.document.Documents;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CycleSummaryTest {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final String STORED =
      "{\"v\":2,\"seq\":9,\"from\":\"1990-01-01\",\"days\":\"AQAAEA==\",\"earlierStarts\":0}";

  @Test
  void aLongHistoryIsCutButCounted() {
    CycleSummary summary = summary(500);

    assertThat(summary.starts()).isEqualTo(500);
    assertThat(summary.recentStarts()).hasSize(27).endsWith(starts(500).getLast());
  }

  @Test
  void whatIsCutLeavesEnoughForTheForecastAlsoWhenTheLastStartsHaveNotComeYet() {
    List<LocalDate> all = starts(500);
    LocalDate here = all.getLast().minusDays(29);

    CycleSummary summary = summary(500).until(here);

    assertThat(summary.starts()).isEqualTo(498);
    assertThat(summary.recentStarts()).hasSize(CycleModel.RECENT + 1).endsWith(all.get(497));
  }

  @Test
  void aStoredSummaryIsReadForEver() {
    Documents documents = new Documents();
    SummaryDocument document = SummaryDocument.of(9, history(2));

    assertThat(new String(documents.write(document), StandardCharsets.UTF_8)).isEqualTo(STORED);
    assertThat(
            documents
                .read(
                    STORED.getBytes(StandardCharsets.UTF_8),
                    SummaryDocument.class,
                    SummaryDocument::v,
                    SummaryDocument.VERSION)
                .history()
                .summary())
        .isEqualTo(summary(2));
  }

  private static CycleSummary summary(int count) {
    return history(count).summary();
  }

  private static BleedingHistory history(int count) {
    return BleedingHistory.of(new TreeSet<>(starts(count)));
  }

  private static List<LocalDate> starts(int count) {
    return IntStream.range(0, count).mapToObj(i -> FIRST.plusDays(28L * i)).toList();
  }
}
