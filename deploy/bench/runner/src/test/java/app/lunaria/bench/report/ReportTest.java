package app.lunaria.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Reading;
import app.lunaria.bench.measure.Scale;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.system.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** The frozen example was made by {@link #example()}, and is added to, never made anew. */
class ReportTest {
  @Test
  void theFrozenReportIsRead() throws IOException {
    assertThat(Report.of(frozen("report.json"))).isEqualTo(example());
  }

  @Test
  void theJsonIsAsItWas() throws IOException {
    assertThat(example().json()).isEqualTo(frozen("report.json"));
  }

  @Test
  void theDocumentIsMadeOfTheJsonAlone() throws IOException {
    Report report = Report.of(frozen("report.json"));
    assertThat(Document.of(report, Map.of("write-bare", "it also seals.")))
        .isEqualTo(frozen("report.md"));
  }

  @Test
  void theChartIsMadeOfTheJsonAlone() throws IOException {
    assertThat(Chart.of(Report.of(frozen("report.json")))).isEqualTo(frozen("report.svg"));
  }

  @Test
  void theChartIsWellFormedAndKnowsLightAndDark() throws Exception {
    String chart = Chart.of(example());
    var svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(chart.getBytes(StandardCharsets.UTF_8)));
    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(2);
    assertThat(chart).contains("prefers-color-scheme: dark");
  }

  @Test
  void whatIsMissedIsToldWithItsReason() {
    assertThat(Document.of(example(), Map.of("write-bare", "it also seals.")))
        .contains("0.81 (0.75–0.86) | **missed**", "it also seals.", "| held |", "not measured");
    assertThat(Document.of(example(), Map.of())).contains("not found out yet");
    assertThat(Table.of(example())).contains("✗ journal write ÷ bare", "✓ seal", "– native");
  }

  private static Report example() {
    Series ours = series("write/cycle", "cycle-service", 6_000, 7_500, 8_000);
    Series plain = series("write/bare", "bare service", 8_000, 9_375, 9_302.5);
    Series seal =
        new Series("seal/envelope", "envelope", List.of(new Reading(Map.of(Metric.MICROS, 7.25))));
    return new Report(
        "2026-11-28",
        "0123456789ab",
        Scale.FULL,
        new Machine("A processor", 2, 24.6, "Linux 6.1", "A Java 25", 0.25),
        Map.of("database", "PostgreSQL 18, fsync on"),
        List.of(
            new Group(
                "Journal write",
                "Days are written & replaced.",
                List.of(Metric.PER_SECOND, Metric.MEDIAN_MICROS),
                List.of(ours, plain)),
            new Group("Seal", "1 KiB.", List.of(Metric.MICROS), List.of(seal))),
        List.of(
            new Target(
                "write-bare",
                "journal write ÷ bare",
                Metric.PER_SECOND,
                "write/cycle",
                Optional.of("write/bare"),
                Target.Bound.AT_LEAST,
                0.9),
            new Target(
                "seal",
                "seal, µs",
                Metric.MICROS,
                "seal/envelope",
                Optional.empty(),
                Target.Bound.AT_MOST,
                10),
            new Target(
                "native",
                "native ÷ JVM",
                Metric.PER_SECOND,
                "write/native",
                Optional.of("write/cycle"),
                Target.Bound.AT_LEAST,
                0.8)));
  }

  private static Series series(String id, String name, double... perSecond) {
    return new Series(
        id,
        name,
        java.util.Arrays.stream(perSecond)
            .mapToObj(
                value ->
                    new Reading(
                        Map.of(Metric.PER_SECOND, value, Metric.MEDIAN_MICROS, 1e7 / value)))
            .toList());
  }

  private static String frozen(String name) throws IOException {
    try (InputStream file = ReportTest.class.getResourceAsStream("/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
