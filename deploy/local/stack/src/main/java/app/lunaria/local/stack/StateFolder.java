package app.lunaria.local.stack;

import app.lunaria.local.stack.client.StackProperties;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder of one stack, served by one process at a time. */
record StateFolder(Path path) {
  /**
   * Makes the folder for its owner alone. Others may be let through, not in, when PostgreSQL runs
   * as another user.
   */
  static StateFolder at(Path path) throws StartFailedException {
    Path folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return new StateFolder(folder.toRealPath());
    } catch (IOException e) {
      throw new StartFailedException(
          "the state folder %s cannot be made or belongs to another user".formatted(folder), e);
    }
  }

  /**
   * The lock of the serving process, held until the JVM ends; empty when another process holds it.
   */
  Optional<FileLock> lock() throws StartFailedException {
    try {
      // Never closed: the lock lives as long as the JVM.
      FileChannel channel =
          FileChannel.open(
              path.resolve("stack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return Optional.ofNullable(channel.tryLock());
    } catch (AccessDeniedException e) {
      throw new StartFailedException("the lock in %s belongs to another user".formatted(path), e);
    } catch (IOException e) {
      throw new StartFailedException("the lock in %s cannot be taken".formatted(path), e);
    }
  }

  void publish(StackProperties properties) throws IOException {
    StringWriter text = new StringWriter();
    properties.asProperties().store(text, null);
    new OwnerOnlyFile(propertiesFile())
        .write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  void withdraw() throws IOException {
    Files.deleteIfExists(propertiesFile());
  }

  Path keysFile() {
    return path.resolve("kms.json");
  }

  Path secretsFile() {
    return path.resolve("secrets.properties");
  }

  /** Forgets keys and secrets; the database's own files are thrown away by the server. */
  void forget() throws IOException {
    Files.deleteIfExists(keysFile());
    Files.deleteIfExists(secretsFile());
  }

  private Path propertiesFile() {
    return path.resolve(StackProperties.FILE);
  }
}
