package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.TOMORROW;
import static app.lunaria.cycle.portability.Exported.line;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.day.Flow;
import app.lunaria.cycle.portability.NotUnderstood.Reason;
import org.junit.jupiter.api.Test;

/** The two files that were made for this purpose, each odd case in them on purpose. */
class ConstructedExportsTest {
  private static final byte[] MEASUREMENTS = Exported.file("clue-measurements-constructed.json");
  private static final byte[] BACKUP = Exported.file("clue-backup-legacy-constructed.cluedata");

  @Test
  void everyDayOfTheMeasurementsComesInAndTheUnknownTypeIsReported() {
    assertThat(Exports.read(MEASUREMENTS, TOMORROW))
        .isInstanceOfSatisfying(
            ReadExport.Understood.class,
            export -> {
              assertThat(export.format().text()).isEqualTo("clue");
              assertThat(export.days().values())
                  .containsExactly(
                      AnEntry.of("2026-01-05")
                          .flow(Flow.HEAVY)
                          .symptoms("energy-exhausted", "lower-back", "period-cramps")
                          .mood("sad")
                          .entry(),
                      AnEntry.of("2026-01-06").flow(Flow.VERY_HEAVY).entry(),
                      AnEntry.of("2026-01-07").flow(Flow.LIGHT).entry(),
                      AnEntry.of("2026-01-09").flow(Flow.SPOTTING).symptoms("spotting-red").entry(),
                      AnEntry.of("2026-01-16")
                          .symptoms("birth-control-pill-taken", "sex-life-protected-sex")
                          .entry(),
                      AnEntry.of("2026-01-17")
                          .symptoms("discharge-egg-white", "tests-ovulation-positive")
                          .entry(),
                      AnEntry.of("2026-01-18").temperature(3652, false).entry());
              assertThat(export.notUnderstood())
                  .containsExactly(line("an_unknown_type", 1, Reason.UNKNOWN_KIND));
            });
  }

  @Test
  void everyDayOfTheBackupComesInAndNothingIsLeftOver() {
    assertThat(Exports.read(BACKUP, TOMORROW))
        .isInstanceOfSatisfying(
            ReadExport.Understood.class,
            export -> {
              assertThat(export.format().text()).isEqualTo("clue");
              assertThat(export.days().values())
                  .containsExactly(
                      AnEntry.of("2016-03-04")
                          .flow(Flow.MEDIUM)
                          .symptoms("cramps")
                          .notes(
                              "legacy shape: an object with a data array, one object a day, free"
                                  + " keys")
                          .entry(),
                      AnEntry.of("2016-03-05").flow(Flow.LIGHT).entry(),
                      AnEntry.of("2016-03-20").symptoms("discharge-egg-white").entry());
              assertThat(export.notUnderstood()).isEmpty();
            });
  }
}
