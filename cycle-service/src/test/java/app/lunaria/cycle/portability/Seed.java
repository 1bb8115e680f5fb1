package app.lunaria.cycle.portability;

import java.util.Random;

/** Randomness of property tests: printed, and repeated by {@code -Dseed=…}. */
final class Seed {
  private Seed() {}

  static Random random(String test) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(test + ": -Dseed=" + seed);
    return new Random(seed);
  }
}
