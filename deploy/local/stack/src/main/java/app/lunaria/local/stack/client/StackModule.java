package app.lunaria.local.stack.client;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The local stack's module in a checkout: where its class path, its development state and its test
 * state are.
 *
 * @param repository the checkout's root folder
 */
public record StackModule(Path repository) {
  private static final Path PLACE = Path.of("deploy", "local", "stack");

  /**
   * Finds the checkout that holds a folder.
   *
   * @throws StackUnavailableException when no parent of it holds the module
   */
  public static StackModule above(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(PLACE).resolve("pom.xml"))) {
        return new StackModule(at);
      }
    }
    throw new StackUnavailableException("no checkout with " + PLACE + " lies above " + folder);
  }

  /** State kept between runs: {@code .local-stack} in the root folder. */
  public Path developmentState() {
    return repository.resolve(".local-stack");
  }

  /** State thrown away after tests: {@code target/test-state} of the module. */
  public Path testState() {
    return target().resolve("test-state");
  }

  /**
   * What the process needs on its class path.
   *
   * @throws StackUnavailableException when the module is not built
   */
  public List<Path> classPath() {
    Path list = target().resolve("local-stack.classpath");
    try {
      List<Path> classPath = new ArrayList<>();
      classPath.add(target().resolve("classes"));
      for (String entry : Files.readString(list).strip().split(File.pathSeparator, -1)) {
        classPath.add(Path.of(entry));
      }
      return List.copyOf(classPath);
    } catch (NoSuchFileException e) {
      throw new StackUnavailableException(
          "the local stack is not built: run ./mvnw -q compile -pl deploy/local/stack -am", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path target() {
    return repository.resolve(PLACE).resolve("target");
  }
}
