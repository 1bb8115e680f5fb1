package app.lunaria.cycle.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;

/** The rule of periods on dates. */
public final class PeriodDates {
  private PeriodDates() {}

  /** The first days of the periods, rising. */
  public static List<LocalDate> starts(SortedSet<LocalDate> bleedingDays) {
    if (bleedingDays.isEmpty()) {
      return List.of();
    }
    LocalDate first = bleedingDays.first();
    BitSet days = new BitSet();
    bleedingDays.forEach(day -> days.set((int) ChronoUnit.DAYS.between(first, day)));
    return Periods.starts(days).mapToObj(first::plusDays).toList();
  }
}
