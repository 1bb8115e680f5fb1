package app.lunaria.local.stack.client;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Starts the stack's own JVM, small and in a session of its own, so that a Ctrl-C meant for its
 * starter spares it.
 */
final class StackProcess {
  private static final String MAIN = "app.lunaria.local.stack.LocalStack";
  private static final String LOG = "stack.log";

  private final Process process;
  private final Path log;
  private final long logStart;

  private StackProcess(Process process, Path log, long logStart) {
    this.process = process;
    this.log = log;
    this.logStart = logStart;
  }

  static StackProcess start(Path state, List<Path> classPath, StackOptions options)
      throws IOException {
    Files.createDirectories(state);
    Path log = state.resolve(LOG);
    long logStart = Files.exists(log) ? Files.size(log) : 0;
    Process process =
        new ProcessBuilder(command(state, classPath, options))
            .directory(state.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new StackProcess(process, log, logStart);
  }

  private static List<String> command(Path state, List<Path> classPath, StackOptions options) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx96m",
            "-Dsun.net.httpserver.nodelay=true",
            "-Dsun.net.httpserver.idleInterval=600",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            MAIN,
            state.toString(),
            "--idle-seconds",
            Long.toString(options.idle().toSeconds()),
            "--durable",
            Boolean.toString(options.durable())));
    return command;
  }

  /**
   * True once it has ended; an end without a fault (another one serves the folder already) is one,
   * too.
   */
  boolean hasEnded() {
    return !process.isAlive();
  }

  boolean hasFailed() {
    return hasEnded() && process.exitValue() != 0 && process.exitValue() != 3;
  }

  /** The last line that the process wrote, for a person to read. */
  String lastWords() throws IOException {
    try {
      byte[] all = Files.readAllBytes(log);
      int from = (int) Math.min(logStart, all.length);
      List<String> lines =
          new String(all, from, all.length - from, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      return lines.isEmpty() ? "it ended without a word" : lines.getLast();
    } catch (NoSuchFileException e) {
      return "it ended without a word";
    }
  }
}
