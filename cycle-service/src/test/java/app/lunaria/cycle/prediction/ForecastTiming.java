package app.lunaria.cycle.prediction;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Prints how long the tables take to make and a forecast to compute: processor time of the calling
 * thread, so that what else the machine does counts little. A program to run by hand, not a test.
 */
final class ForecastTiming {
  private static final LocalDate FIRST = LocalDate.of(1985, 3, 1);
  private static final int TWO_YEARS = 24;
  private static final int FORTY_YEARS = 500;
  private static final int LONG_OPEN_DAY = 150;
  private static final int RUNS = 11;
  private static final int CALLS = 2_000;

  /** So that no call can be left out as unused. */
  private static double kept;

  private ForecastTiming() {}

  public static void main(String... arguments) {
    long began = now();
    CycleModel model = CycleModel.withLiteraturePrior();
    print("tables, first time", now() - began);

    List<LocalDate> recent = starts(TWO_YEARS);
    print("forecast, first time", callOf(model, recent, 0, CycleModel.RECENT).getAsLong());

    List<LocalDate> life = starts(FORTY_YEARS);
    print("24 cycles, warm", warm(callOf(model, recent, 0, CycleModel.RECENT)));
    print(
        "24 cycles, day 150, warm", warm(callOf(model, recent, LONG_OPEN_DAY, CycleModel.RECENT)));
    print("500 cycles, last 24, warm", warm(callOf(model, life, 0, CycleModel.RECENT)));
    print("500 cycles, all, warm", warm(callOf(model, life, 0, CycleModel.WHOLE_HISTORY)));
    print(
        "tables, warm",
        median(
            () -> {
              long start = now();
              kept += CycleModel.withLiteraturePrior().hashCode();
              return now() - start;
            }));
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<LocalDate> starts(int cycles) {
    Random random = new Random(18);
    List<LocalDate> starts = new ArrayList<>(List.of(FIRST));
    for (int i = 0; i < cycles; i++) {
      starts.add(starts.getLast().plusDays(Math.round(29 + 3 * random.nextGaussian())));
    }
    return starts;
  }

  private static LongSupplier callOf(
      CycleModel model, List<LocalDate> starts, int day, int window) {
    return () -> {
      long start = now();
      LocalDate asOf = starts.getLast().plusDays(day);
      kept += model.forecast(starts, asOf, OptionalInt.empty(), window).probabilities().size();
      return now() - start;
    };
  }

  /** The median run's time of one call; the first runs warm up. */
  private static long warm(LongSupplier call) {
    return median(() -> LongStream.generate(call).limit(CALLS).sum() / CALLS);
  }

  private static long median(LongSupplier run) {
    long[] times = LongStream.generate(run).limit(RUNS).toArray();
    Arrays.sort(times);
    return times[RUNS / 2];
  }

  private static void print(String what, long nanoseconds) {
    System.out.printf("%-28s%,12.1f µs%n", what, nanoseconds / 1e3);
  }
}
