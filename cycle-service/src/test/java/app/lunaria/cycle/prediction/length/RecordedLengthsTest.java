package app.lunaria.cycle.prediction.length;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.prediction.CycleModel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedLengthsTest {
  private static final List<LocalDate> STARTS =
      Stream.of("2024-02-01", "2024-03-01", "2024-03-29", "2024-04-27", "2024-05-27")
          .map(LocalDate::parse)
          .toList();

  @Test
  void equalLengthsAreCounted() {
    var lengths = RecordedLengths.between(STARTS, CycleModel.WHOLE_HISTORY);

    assertThat(lengths.times(28)).isOne();
    assertThat(lengths.times(29)).isEqualTo(2);
    assertThat(lengths.times(30)).isOne();
    assertThat(lengths.times(31)).isZero();
    assertThat(lengths.last()).contains(30);
  }

  @Test
  void theWindowHoldsTheLastOnes() {
    var lengths = RecordedLengths.between(STARTS, 2);

    assertThat(lengths.times(28)).isZero();
    assertThat(lengths.times(29)).isOne();
    assertThat(lengths.times(30)).isOne();
    assertThat(lengths.last()).contains(30);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10",
    "9, 10",
    "10, 10",
    "11, 11",
    "179, 179",
    "180, 180",
    "181, 180",
    "9000, 180"
  })
  void whatIsShorterOrLongerCountsAsTheExtreme(int days, int counted) {
    LocalDate start = LocalDate.of(2024, 2, 1);

    assertThat(Length.between(start, start.plusDays(days))).isEqualTo(counted);
  }

  @Test
  void oneStartIsNoCompletedCycle() {
    assertThat(RecordedLengths.between(STARTS.subList(0, 1), 24).last()).isEmpty();
  }
}
