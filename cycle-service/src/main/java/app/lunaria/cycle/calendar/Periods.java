package app.lunaria.cycle.calendar;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A period is a run of bleeding days, broken by at most one day without bleeding (the rule of Li et
 * al., JAMIA 2022). It is about calendar days where she was, never about instants, so that no time
 * zone and no change of the clocks can move it.
 */
public final class Periods {
  private Periods() {}

  /** Whether the day counts for a period: it has bleeding, and spotting is none. */
  public static boolean isBleedingDay(DayEntry day) {
    return day.flow().filter(Flow::isBleeding).isPresent();
  }

  /**
   * The first days of the periods, rising: the bleeding days that have no other one in the two days
   * before them.
   *
   * @param bleedingDays each by its distance from a day before or at the first, so that it is not
   *     negative
   */
  public static IntStream starts(BitSet bleedingDays) {
    return bleedingDays.stream().filter(day -> beginsPeriod(day, bleedingDays));
  }

  private static boolean beginsPeriod(int day, BitSet bleedingDays) {
    return bleedingDays.nextSetBit(Math.max(0, day - 2)) == day;
  }
}
