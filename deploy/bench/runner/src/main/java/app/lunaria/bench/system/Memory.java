package app.lunaria.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a process holds in memory.
 *
 * @param residentMegabytes all its resident pages ({@code VmRSS}), in units of 10⁶ bytes
 * @param proportionalMegabytes the same with shared pages divided by who shares them ({@code Pss})
 */
public record Memory(double residentMegabytes, double proportionalMegabytes) {
  private static final double KIBIBYTE_IN_MEGABYTES = 1024 / 1e6;

  public static Memory of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    return new Memory(
        megabytes(process.resolve("status"), "VmRSS:"),
        megabytes(process.resolve("smaps_rollup"), "Pss:"));
  }

  private static double megabytes(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip().toLowerCase(Locale.ROOT))
        .mapToLong(value -> Long.parseLong(value.substring(0, value.indexOf(' '))))
        .mapToDouble(kibibytes -> kibibytes * KIBIBYTE_IN_MEGABYTES)
        .findFirst()
        .orElseThrow(() -> new IOException(file + " has no line " + name));
  }
}
