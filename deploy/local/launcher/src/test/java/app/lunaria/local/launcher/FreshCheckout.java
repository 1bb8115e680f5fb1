package app.lunaria.local.launcher;

import app.lunaria.local.launcher.home.Home;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A copy of this checkout in which nothing was ever built, to be edited as one likes. */
record FreshCheckout(Path folder) {
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".local-stack", ".idea");

  static FreshCheckout of(Path root, Path folder) throws IOException {
    Home.delete(folder);
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes any)
              throws IOException {
            if (!from.equals(root) && LEFT_OUT.contains(from.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(folder.resolve(root.relativize(from)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes any) throws IOException {
            Files.copy(
                from, folder.resolve(root.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
    return new FreshCheckout(folder);
  }

  /** Replaces what stands once in a file of main code. */
  void edit(String module, String type, String old, String other) throws IOException {
    Path file =
        folder.resolve(module).resolve("src/main/java").resolve(type.replace('.', '/') + ".java");
    String text = Files.readString(file);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(type + " does not say: " + old);
    }
    Files.writeString(file, text.replace(old, other));
  }
}
