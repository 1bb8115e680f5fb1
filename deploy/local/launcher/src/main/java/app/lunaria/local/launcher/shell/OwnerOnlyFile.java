package app.lunaria.local.launcher.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that its owner alone may read, from its first byte on. */
public final class OwnerOnlyFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private OwnerOnlyFile() {}

  /** Opened for reading and writing, made where it is missing. */
  public static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        OWNER_ONLY);
  }

  public static void write(Path path, String text) throws IOException {
    try (FileChannel file = open(path)) {
      write(file, text);
    }
  }

  public static void write(FileChannel file, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    file.truncate(0);
    file.position(0);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}
