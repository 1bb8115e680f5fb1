package app.lunaria.bench.sealing;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Reads lines such as {@code JCA 4000}: an {@link Operation} and for how many milliseconds to do
 * it, in one thread. Answers each with the microseconds that one took; ends with its input.
 */
@QuarkusMain
public class SealingProgram implements QuarkusApplication {
  private static final int BATCH = 500;

  private final Map<Operation, IntSupplier> prepared = new EnumMap<>(Operation.class);

  @Override
  public int run(String... arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int blank = line.indexOf(' ');
      Operation operation = Operation.valueOf(line.substring(0, blank));
      out.println(micros(operation, Long.parseLong(line.substring(blank + 1))));
    }
    return 0;
  }

  private double micros(Operation operation, long millis) {
    IntSupplier once = prepared.computeIfAbsent(operation, Operation::prepare);
    long begin = System.nanoTime();
    long end = begin;
    long done = 0;
    while (end - begin < millis * 1_000_000) {
      for (int i = 0; i < BATCH; i++) {
        // Looked at, so that no compiler finds that nobody needs it.
        if (once.getAsInt() != Operation.DOCUMENT) {
          throw new IllegalStateException("what was opened is not what was sealed");
        }
      }
      done += BATCH;
      end = System.nanoTime();
    }
    return (end - begin) / 1_000.0 / done;
  }
}
