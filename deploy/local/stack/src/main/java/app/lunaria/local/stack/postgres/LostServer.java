package app.lunaria.local.stack.postgres;

import app.lunaria.local.stack.StartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that outlived the process which started it: after {@code kill -9} of the JVM PostgreSQL
 * runs on and would keep the next one from starting on the same data.
 */
final class LostServer {
  private static final int PATIENCE_SECONDS = 20;

  private LostServer() {}

  /** Ends the server that runs on a data directory, if one does, and removes its mark. */
  static void recover(Path data) throws IOException, StartFailedException {
    Path mark = data.resolve("postmaster.pid");
    Optional<ProcessHandle> lost = serving(data, mark);
    if (lost.isPresent() && !end(lost.get(), "INT") && !end(lost.get(), "QUIT")) {
      throw new StartFailedException(
          "a lost PostgreSQL (process %d) does not end: end it yourself"
              .formatted(lost.get().pid()));
    }
    Files.deleteIfExists(mark);
  }

  private static Optional<ProcessHandle> serving(Path data, Path mark) throws IOException {
    try {
      long id = Long.parseLong(Files.readAllLines(mark).getFirst().strip());
      return ProcessHandle.of(id).filter(process -> serves(process, data));
    } catch (NoSuchFileException | NumberFormatException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  /**
   * Process ids are used again: that its program lies beside the data tells whether it is the one.
   */
  private static boolean serves(ProcessHandle process, Path data) {
    return process
        .info()
        .command()
        .filter(program -> Path.of(program).equals(programBeside(data)))
        .isPresent();
  }

  private static Path programBeside(Path data) {
    try {
      return data.toRealPath().resolveSibling(ServerFiles.PROGRAM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean end(ProcessHandle process, String signal) throws IOException {
    Signal.send(process.pid(), signal);
    try {
      process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        return false;
      }
      throw e;
    }
  }
}
