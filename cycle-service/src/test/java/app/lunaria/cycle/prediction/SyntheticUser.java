package app.lunaria.cycle.prediction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the 5,000 of the synthetic set: ten recorded lengths to learn from, and the eleventh.
 *
 * @param lengths eleven, in days
 * @param forgotten how many starts were forgotten inside each
 */
record SyntheticUser(int[] lengths, int[] forgotten) {
  private static final int RECORDS = 11;
  private static final Path FILE =
      Path.of("src/test/resources/synthetic/urteaga-generalized-poisson-5000x11.csv");

  static List<SyntheticUser> all() {
    try (var lines = Files.lines(FILE)) {
      return lines.skip(1).map(SyntheticUser::of).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SyntheticUser of(String line) {
    int[] columns = Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray();
    return new SyntheticUser(
        Arrays.copyOfRange(columns, 1, 1 + RECORDS),
        Arrays.copyOfRange(columns, 1 + RECORDS, 1 + 2 * RECORDS));
  }

  int[] history() {
    return Arrays.copyOf(lengths, RECORDS - 1);
  }

  int target() {
    return lengths[RECORDS - 1];
  }

  int tenth() {
    return lengths[RECORDS - 2];
  }

  boolean hasSingleTarget() {
    return forgotten[RECORDS - 1] == 0;
  }

  boolean hasDoubledTenthRecord() {
    return forgotten[RECORDS - 2] > 0;
  }

  /** The median of the last so many of the ten, rounded half up to a whole day. */
  int medianOfLast(int many) {
    int[] last = IntStream.of(history()).skip(RECORDS - 1 - many).sorted().toArray();
    return roundHalfUp((last[(many - 1) / 2] + last[many / 2]) / 2.0);
  }

  int mean() {
    return roundHalfUp(IntStream.of(history()).average().orElseThrow());
  }

  private static int roundHalfUp(double days) {
    return (int) Math.floor(days + 0.5);
  }
}
