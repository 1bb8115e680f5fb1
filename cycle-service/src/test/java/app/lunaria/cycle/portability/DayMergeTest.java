package app.lunaria.cycle.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayMergeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  @Test
  void whatSheLeftOpenComesFromTheFile() {
    DayEntry imported =
        AnEntry.of("2026-01-05")
            .flow(Flow.LIGHT)
            .symptoms("headache")
            .mood("calm")
            .temperature(3652, true)
            .notes("from the file")
            .entry();

    assertThat(DayMerge.fill(DayEntry.empty(DAY), imported)).isEqualTo(imported);
  }

  @Test
  void whatSheWroteStaysAndCodesAreJoined() {
    DayEntry hers =
        AnEntry.of("2026-01-05")
            .flow(Flow.NONE)
            .symptoms("acne")
            .temperature(3640, false)
            .notes("mine")
            .entry();
    DayEntry imported =
        AnEntry.of("2026-01-05")
            .flow(Flow.HEAVY)
            .symptoms("headache")
            .mood("calm")
            .temperature(3652, false)
            .notes("theirs")
            .entry();

    assertThat(DayMerge.fill(hers, imported))
        .isEqualTo(
            AnEntry.of("2026-01-05")
                .flow(Flow.NONE)
                .symptoms("acne", "headache")
                .mood("calm")
                .temperature(3640, false)
                .notes("mine")
                .entry());
  }

  @Test
  void entriesOfDifferentDaysAreNotJoined() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DayMerge.fill(DayEntry.empty(DAY), DayEntry.empty(DAY.plusDays(1))));
  }

  @Test
  void fillingUpLosesNothingOfHersTakesWhatFitsAndIsDoneAfterOnce() {
    Random random = Seed.random("fill");
    for (int i = 0; i < 10_000; i++) {
      DayEntry hers = entry(random);
      DayEntry imported = entry(random);

      DayEntry filled = DayMerge.fill(hers, imported);

      assertThat(filled.flow()).isEqualTo(hers.flow().or(imported::flow));
      assertThat(filled.temperature()).isEqualTo(hers.temperature().or(imported::temperature));
      assertThat(filled.notes()).isEqualTo(hers.notes().or(imported::notes));
      assertJoined(filled.symptoms(), hers.symptoms(), imported.symptoms());
      assertJoined(filled.mood(), hers.mood(), imported.mood());
      assertThat(DayMerge.fill(filled, imported)).isEqualTo(filled);
      assertThat(DayMerge.fill(hers, hers)).isEqualTo(hers);
    }
  }

  private static void assertJoined(
      SortedSet<String> filled, SortedSet<String> hers, SortedSet<String> imported) {
    SortedSet<String> all = new TreeSet<>(hers);
    all.addAll(imported);
    assertThat(filled).containsAll(hers).isSubsetOf(all);
    assertThat(filled).hasSize(Math.min(all.size(), DayEntry.MOST_CODES));
  }

  private static DayEntry entry(Random random) {
    return new DayEntry(
        DAY,
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(Flow.values()[random.nextInt(Flow.values().length)]),
        codes(random),
        codes(random),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new BasalTemperature(3400 + random.nextInt(901), random.nextBoolean())),
        random.nextBoolean() ? Optional.empty() : Optional.of("note " + random.nextInt(3)));
  }

  private static SortedSet<String> codes(Random random) {
    return IntStream.range(0, random.nextInt(51))
        .mapToObj(_ -> "code-" + random.nextInt(120))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
