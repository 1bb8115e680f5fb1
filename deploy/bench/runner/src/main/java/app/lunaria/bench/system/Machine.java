package app.lunaria.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where it was measured.
 *
 * @param memoryGigabytes in units of 10⁹ bytes
 * @param loadBefore how busy the machine was before it began: the load average of the last minute
 */
public record Machine(
    String processor,
    int cores,
    double memoryGigabytes,
    String system,
    String java,
    double loadBefore) {

  public static Machine here() throws IOException {
    return new Machine(
        valueOf(Path.of("/proc/cpuinfo"), "model name"),
        Runtime.getRuntime().availableProcessors(),
        Math.round(
                Long.parseLong(valueOf(Path.of("/proc/meminfo"), "MemTotal").replace(" kB", ""))
                    * 1024
                    / 1e8)
            / 10.0,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        load());
  }

  /** The load average of the last minute. */
  public static double load() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }

  private static String valueOf(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
