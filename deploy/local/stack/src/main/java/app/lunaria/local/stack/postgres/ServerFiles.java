package app.lunaria.local.stack.postgres;

import app.lunaria.local.stack.StartFailedException;
import app.lunaria.local.stack.client.SupportedPlatform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * Where one server's files are: the unpacked programs and the data directory, side by side in a
 * home folder.
 *
 * @param home the folder, which the server's user can walk into
 */
record ServerFiles(Path home) {
  private static final String PROGRAMS = "programs";

  /** The server's program, seen from where its data lie. */
  static final Path PROGRAM = Path.of(PROGRAMS, "bin", "postgres");

  private static final String THROUGH = "rwx--x--x";

  /**
   * The home is in the state folder, unless the server's user cannot get there (a checkout below
   * root's home): then it is a folder of its own in {@code /var/tmp}.
   */
  static ServerFiles below(Path state, ServerUser user) throws IOException, StartFailedException {
    if (user.fileOwner().isPresent()) {
      Files.setPosixFilePermissions(state, PosixFilePermissions.fromString(THROUGH));
    }
    Path home = state.resolve("postgresql");
    if (!user.reaches(state)) {
      home = Path.of("/var/tmp", "lunaria-postgresql-" + fingerprint(state));
    }
    Files.createDirectories(home);
    if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)
        || !Files.getOwner(home).equals(Files.getOwner(state))) {
      throw new StartFailedException("the folder %s belongs to another user".formatted(home));
    }
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(THROUGH));
    return new ServerFiles(home);
  }

  Path data() {
    return home.resolve("data");
  }

  Path program(String name) {
    return programs().resolve("bin").resolve(name);
  }

  /** Unpacks the programs once. A half-unpacked folder never gets its final name. */
  void unpack() throws IOException, StartFailedException {
    if (Files.exists(programs())) {
      return;
    }
    Path part = home.resolve("programs.part");
    deleteTree(part);
    try (@Nullable InputStream packed = ServerFiles.class.getResourceAsStream(archive())) {
      if (packed == null) {
        throw new StartFailedException("PostgreSQL's files are not on the class path");
      }
      unpack(packed, part);
    }
    Files.move(part, programs(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String archive() {
    return "/postgres-" + SupportedPlatform.name().orElse("") + ".txz";
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (@Nullable TarArchiveEntry entry = tar.getNextEntry();
          entry != null;
          entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("an entry leads out of the archive");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (!entry.getName().endsWith(".a")) {
          unpack(tar, entry, target);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  void deleteData() throws IOException {
    deleteTree(data());
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private Path programs() {
    return home.resolve(PROGRAMS);
  }

  private static String fingerprint(Path path) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(path.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
