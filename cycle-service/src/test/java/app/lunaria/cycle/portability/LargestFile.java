package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.TOMORROW;
import static app.lunaria.cycle.portability.Exported.measurement;
import static app.lunaria.cycle.portability.Exported.option;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads one file of 16 MiB: the program that {@link LargeExportsTest} starts with little memory.
 * Its argument says what the file consists of.
 */
final class LargestFile {
  private static final int SIZE = 16 * 1024 * 1024;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final String RECORD = measurement("pms", "2026-01-05", option("pms"));

  private final byte[] bytes = new byte[SIZE];
  private int length;

  private LargestFile() {}

  public static void main(String... arguments) {
    LargestFile file = new LargestFile();
    switch (arguments[0]) {
      case "repeated-days" -> file.fill("[", LargestFile::repeatedDay, "]");
      case "kinds" -> file.fill("[", LargestFile::kind, "]");
      case "texts" -> file.fill("[", LargestFile::text, "]");
      case "crowded-days" -> file.fill("[", LargestFile::crowdedDay, "]");
      case "members" -> file.fill("[" + RECORD + ",{", LargestFile::member, "}]");
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    boolean understood = Exports.read(file.bytes, TOMORROW) instanceof ReadExport.Understood;
    System.out.println(understood ? "understood" : "not understood");
  }

  private void fill(String begin, IntFunction<String> element, String end) {
    Arrays.fill(bytes, (byte) ' ');
    append(begin + element.apply(0));
    for (int i = 1; length < SIZE - 10_000; i++) {
      append("," + element.apply(i));
    }
    append(end);
  }

  private void append(String text) {
    byte[] more = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private static String repeatedDay(int i) {
    return measurement("energy", FIRST.plusDays(i % 3651).toString(), option("tired"));
  }

  /** As many symptoms as a day can have, different ones on each of 20,000 days. */
  private static String crowdedDay(int i) {
    String options =
        IntStream.range(0, 50)
            .mapToObj(j -> "{\"option\":\"" + Integer.toString(i * 50 + j, 36) + "\"}")
            .collect(Collectors.joining(","));
    return measurement("pain", FIRST.plusDays(i % 20_000).toString(), "[" + options + "]");
  }

  private static String kind(int i) {
    return measurement("kind" + i, "2026-01-05", "1");
  }

  private static String text(int i) {
    return measurement("notes", FIRST.plusDays(i).toString(), option(i + "ä".repeat(3000)));
  }

  private static String member(int i) {
    return "\"" + Integer.toString(i, 36) + "\":0";
  }
}
