package app.lunaria.local.launcher.home;

import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.OwnerOnlyFile;
import app.lunaria.local.launcher.shell.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Says that one launcher uses a home. The system takes it from a process that dies; the file goes
 * with {@link #close}.
 */
public final class HomeLock {
  private final Path file;
  private final FileChannel channel;

  private HomeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** A complaint when another launcher has it. */
  public static HomeLock take(Shell shell, Home home) throws IOException {
    FileChannel channel = OwnerOnlyFile.open(home.lock());
    if (!isLocked(channel) || !Files.exists(home.lock())) {
      channel.close();
      throw new Complaint(
          ExitCode.DID_NOT_HOLD,
          "Lunaria runs already",
          shell.shown(home.folder()),
          "./lunaria status shows it; Ctrl-C where it was started stops it");
    }
    return new HomeLock(home.lock(), channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
