package app.lunaria.envelope;

import java.util.Random;

/** Randomness of property tests: printed, and repeated by {@code -Dseed=…}. */
final class Seed {
  private Seed() {}

  static Random random(String test) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(test + ": -Dseed=" + seed);
    return new Random(seed);
  }

  static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
