package app.lunaria.bench.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The program that seals and opens when it is told to, and says how long it took. */
public final class Sealer implements AutoCloseable {
  private final Program program;
  private final Path log;
  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;

  private Sealer(Program program, Path log, Process process) {
    this.program = program;
    this.log = log;
    this.process = process;
    this.to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.from = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts it; it waits for the first operation.
   *
   * @param log where its complaints go
   */
  public static Sealer start(Program program, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(program.command()).redirectError(Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
    return new Sealer(program, log, builder.start());
  }

  public Build build() {
    return program.build();
  }

  /**
   * How long one took, when it was done for so long.
   *
   * @param operation by the name that the program knows
   */
  public double micros(String operation, Duration atLeast) throws IOException {
    to.println(operation + " " + atLeast.toMillis());
    String answer = from.readLine();
    if (answer == null) {
      throw new IOException(program + " ended; " + log + " says why");
    }
    return Double.parseDouble(answer);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
