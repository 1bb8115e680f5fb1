package app.lunaria.cycle.portability;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes an expected entry down in one line. */
final class AnEntry {
  private final DayEntry entry;

  private AnEntry(DayEntry entry) {
    this.entry = entry;
  }

  static AnEntry of(String date) {
    return new AnEntry(DayEntry.empty(LocalDate.parse(date)));
  }

  AnEntry flow(Flow flow) {
    return new AnEntry(
        new DayEntry(
            entry.date(),
            Optional.of(flow),
            entry.symptoms(),
            entry.mood(),
            entry.temperature(),
            entry.notes()));
  }

  AnEntry symptoms(String... codes) {
    return new AnEntry(
        new DayEntry(
            entry.date(),
            entry.flow(),
            sorted(codes),
            entry.mood(),
            entry.temperature(),
            entry.notes()));
  }

  AnEntry mood(String... codes) {
    return new AnEntry(
        new DayEntry(
            entry.date(),
            entry.flow(),
            entry.symptoms(),
            sorted(codes),
            entry.temperature(),
            entry.notes()));
  }

  AnEntry temperature(int hundredths, boolean excluded) {
    return new AnEntry(
        new DayEntry(
            entry.date(),
            entry.flow(),
            entry.symptoms(),
            entry.mood(),
            Optional.of(new BasalTemperature(hundredths, excluded)),
            entry.notes()));
  }

  AnEntry notes(String text) {
    return new AnEntry(
        new DayEntry(
            entry.date(),
            entry.flow(),
            entry.symptoms(),
            entry.mood(),
            entry.temperature(),
            Optional.of(text)));
  }

  DayEntry entry() {
    return entry;
  }

  private static SortedSet<String> sorted(String... codes) {
    return new TreeSet<>(Arrays.asList(codes));
  }
}
