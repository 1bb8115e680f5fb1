package app.lunaria.cycle.portability;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.portability.NotUnderstood.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts as Clue exports them, and what is read from them on one day in November. */
final class Exported {
  static final LocalDate TOMORROW = LocalDate.of(2026, 11, 29);

  private Exported() {}

  /** A file of the test resources. */
  static byte[] file(String name) {
    try (InputStream file = Exported.class.getResourceAsStream("/exports/" + name)) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String measurement(String type, String date, String value) {
    return "{\"type\":\"%s\",\"id\":\"1\",\"date\":\"%s\",\"value\":%s}"
        .formatted(type, date, value);
  }

  static String measurements(String... records) {
    return "[" + String.join(",", records) + "]";
  }

  static String option(String name) {
    return "{\"option\":\"" + name + "\"}";
  }

  /** An array of as many options as there are names. */
  static String options(Stream<String> names) {
    return names.map(Exported::option).collect(Collectors.joining(",", "[", "]"));
  }

  static ReadExport read(String text) {
    return Exports.read(text.getBytes(StandardCharsets.UTF_8), TOMORROW);
  }

  static ReadExport.Understood understood(String text) {
    ReadExport read = read(text);
    assertThat(read).isInstanceOf(ReadExport.Understood.class);
    return (ReadExport.Understood) read;
  }

  /** The entries of a file in which everything is understood. */
  static List<DayEntry> days(String text) {
    ReadExport.Understood export = understood(text);
    assertThat(export.notUnderstood()).isEmpty();
    return List.copyOf(export.days().values());
  }

  /** A line of the report. */
  static NotUnderstood line(String kind, int count, Reason reason) {
    return new NotUnderstood(kind, count, reason);
  }
}
