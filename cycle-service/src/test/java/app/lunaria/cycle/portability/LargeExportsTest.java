package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.TOMORROW;
import static app.lunaria.cycle.portability.Exported.line;
import static app.lunaria.cycle.portability.Exported.measurement;
import static app.lunaria.cycle.portability.Exported.measurements;
import static app.lunaria.cycle.portability.Exported.option;
import static app.lunaria.cycle.portability.Exported.read;
import static app.lunaria.cycle.portability.Exported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.calendar.PeriodDates;
import app.lunaria.cycle.calendar.Periods;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.portability.NotUnderstood.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeExportsTest {

  @Test
  void tenYearsComeInDayByDayAndOnlyTheUnknownTypeIsReported() {
    MadeExport made = ExportMaker.tenYears(2026, TOMORROW);

    assertThat(Exports.read(made.file(), TOMORROW))
        .isInstanceOfSatisfying(
            ReadExport.Understood.class,
            export -> {
              assertThat(export.days()).hasSize(ExportMaker.DAYS).isEqualTo(made.days());
              assertThat(export.notUnderstood())
                  .containsExactly(
                      line(ExportMaker.UNKNOWN_TYPE, made.unknownRecords(), Reason.UNKNOWN_KIND));
            });
  }

  @Test
  void theMakerMakesTheSameOfTheSameSeed() {
    assertThat(ExportMaker.tenYears(1, TOMORROW).file())
        .isEqualTo(ExportMaker.tenYears(1, TOMORROW).file())
        .isNotEqualTo(ExportMaker.tenYears(2, TOMORROW).file());
  }

  @Test
  void theMakersPeriodsBeginWhereTheyAreSaidTo() {
    MadeExport made = ExportMaker.tenYears(2026, TOMORROW);
    SortedSet<LocalDate> bleeding =
        made.days().values().stream()
            .filter(Periods::isBleedingDay)
            .map(DayEntry::date)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(PeriodDates.starts(bleeding))
        .hasSize(ExportMaker.CYCLES + 1)
        .isEqualTo(made.periodStarts());
  }

  @Test
  void aMillionLevelsAreOfUnknownFormat() {
    assertThat(read("[".repeat(1_000_000))).isEqualTo(new ReadExport.UnknownFormat());
    assertThat(read("{\"data\":".repeat(1_000_000))).isEqualTo(new ReadExport.UnknownFormat());
  }

  @Test
  void aHugeTextIsReportedAndTheRestIsRead() {
    String huge = "a".repeat(8_000_000);

    ReadExport.Understood export =
        understood(
            measurements(
                measurement("notes", "2026-01-05", option(huge)),
                measurement(huge, "2026-01-05", option("x")),
                measurement("pms", huge, option("x")).replace(huge, "2026-01-05" + huge),
                measurement("pain", "2026-01-06", option("headache"))));

    assertThat(export.days()).hasSize(1);
    assertThat(export.notUnderstood())
        .containsExactly(
            line("notes", 1, Reason.TEXT_TOO_LONG),
            line("other", 1, Reason.MALFORMED_RECORD),
            line("pms", 1, Reason.MALFORMED_RECORD));
  }

  @Test
  void aNumberOfMoreThanAThousandDigitsIsOfUnknownFormat() {
    String number = "1".repeat(100_000);

    assertThat(read(measurements(measurement("bbt", "2026-01-05", number))))
        .isEqualTo(new ReadExport.UnknownFormat());
  }

  /** The file alone takes 16 MiB of it; as a tree or as a text it would not fit. */
  @ParameterizedTest
  @CsvSource({"repeated-days, 40", "kinds, 40", "members, 40", "texts, 40", "crowded-days, 80"})
  void aFileOf16MiBIsReadInLittleMemory(String content, int heap)
      throws IOException, InterruptedException {
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargestFile.class.getName(),
                content)
            .redirectErrorStream(true)
            .start();

    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(reader.waitFor()).as(said).isZero();
    assertThat(said).startsWith("understood");
  }
}
