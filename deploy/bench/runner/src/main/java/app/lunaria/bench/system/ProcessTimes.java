package app.lunaria.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time of processes, from {@code /proc/PID/stat} (proc_pid_stat(5)), in ticks of 10 ms.
 */
public final class ProcessTimes {
  private static final int PARENT = 4;
  private static final int USER = 14;
  private static final int SYSTEM = 15;
  private static final int USER_OF_ENDED_CHILDREN = 16;
  private static final int SYSTEM_OF_ENDED_CHILDREN = 17;
  private static final long TICK_MILLIS = 10;

  private ProcessTimes() {}

  /** What a process has used; nothing when it is gone. */
  public static Duration of(long pid) {
    return fields(pid).map(fields -> ticks(fields, USER, SYSTEM)).findFirst().orElse(Duration.ZERO);
  }

  /** What a process, its children and those of them that have ended have used. */
  public static Duration ofFamily(long pid) {
    Duration parent =
        fields(pid)
            .map(
                fields ->
                    ticks(fields, USER, SYSTEM)
                        .plus(ticks(fields, USER_OF_ENDED_CHILDREN, SYSTEM_OF_ENDED_CHILDREN)))
            .findFirst()
            .orElse(Duration.ZERO);
    return pids()
        .flatMap(ProcessTimes::fields)
        .filter(fields -> Long.parseLong(field(fields, PARENT)) == pid)
        .map(fields -> ticks(fields, USER, SYSTEM))
        .reduce(parent, Duration::plus);
  }

  private static Duration ticks(List<String> fields, int one, int other) {
    long ticks = Long.parseLong(field(fields, one)) + Long.parseLong(field(fields, other));
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  /** By its number in the manual page, where the first is 1. */
  private static String field(List<String> fields, int number) {
    return fields.get(number - 3);
  }

  /** The fields from the third on: the second, the name, may hold blanks and brackets. */
  private static Stream<List<String>> fields(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return Stream.of(List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1)));
    } catch (IOException gone) {
      return Stream.empty();
    }
  }

  private static Stream<Long> pids() {
    return ProcessHandle.allProcesses().map(ProcessHandle::pid);
  }
}
