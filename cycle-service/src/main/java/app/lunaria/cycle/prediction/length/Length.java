package app.lunaria.cycle.prediction.length;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;

/** The lengths that the model tells apart, in whole days from one start to the next. */
public final class Length {
  public static final int SHORTEST = 10;
  public static final int LONGEST = 180;

  /** How many there are; arrays by length have {@link #SHORTEST} at their front. */
  public static final int COUNT = LONGEST - SHORTEST + 1;

  private Length() {}

  /** The length from a start to the next one; what is shorter or longer counts as the extreme. */
  public static int between(LocalDate start, LocalDate next) {
    return Math.clamp(DAYS.between(start, next), SHORTEST, LONGEST);
  }
}
