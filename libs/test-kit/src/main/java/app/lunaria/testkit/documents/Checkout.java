package app.lunaria.testkit.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A folder tree of sources and documents, without what builds put into it. */
public record Checkout(Path root) {
  private static final Set<String> MADE =
      Set.of("target", ".git", ".mvn", "node_modules", ".local-stack");

  /** The checkout in which this test runs: the next folder upwards that holds {@code mvnw}. */
  public static Checkout ofThisTest() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("mvnw")))
        .findFirst()
        .map(Checkout::new)
        .orElseThrow();
  }

  /** Every document, in order; what else of that name lies among the sources is data. */
  public List<Document> documents() {
    return files(".md").stream()
        .filter(file -> file.endsWith("README.md") || !file.toString().contains("/src/"))
        .map(file -> Document.read(root, file))
        .toList();
  }

  /** The document at a path below the root. */
  public Document document(String path) {
    return Document.read(root, root.resolve(path));
  }

  /** Every file whose name ends so, in order. */
  public List<Path> files(String suffix) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return MADE.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(suffix)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found.stream().sorted().toList();
  }
}
