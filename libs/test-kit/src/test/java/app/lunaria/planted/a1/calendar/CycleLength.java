package app.lunaria.planted.a1.calendar;

import app.lunaria.planted.a1.prediction.Guess;
import app.lunaria.redaction.Sensitive;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

record CycleLength(Sensitive<LocalDate> first, @Nullable Guess next, int[] days) {
  long[] squares() {
    return Arrays.stream(days).mapToLong(day -> (long) day * day).toArray();
  }
}
