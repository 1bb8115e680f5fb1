package app.lunaria.testkit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file fits on a few screens, and a package is a list that one can read. */
class SourcesTest {
  private static final int LONGEST = 300;
  private static final int MOST = 12;

  /**
   * Packages that hold more, each with how many it may hold; one that shrinks to a dozen is taken
   * out. Envelope and key ring stay whole: their classes are package-private, and that keeps key
   * bytes and clear keys in them.
   */
  private static final Map<String, Integer> LARGER =
      Map.ofEntries(entry("app.lunaria.envelope", 34), entry("app.lunaria.kit.keyring", 46));

  @TempDir Path folder;

  @Test
  void noFileIsLongerThan300Lines() {
    assertThat(longer(Checkout.ofThisTest())).isEmpty();
  }

  @Test
  void aPackageHoldsADozenFiles() {
    Map<String, Integer> larger = larger(Checkout.ofThisTest());

    assertThat(larger.keySet()).isSubsetOf(LARGER.keySet());
    larger.forEach(
        (name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(LARGER.get(name)));
    assertThat(LARGER.keySet()).as("what shrank is to be taken out").isSubsetOf(larger.keySet());
  }

  /** The planted faults. */
  @Test
  void whatIsTooLongOrTooManyIsFound() throws IOException {
    Path main = Files.createDirectories(folder.resolve("m/src/main/java/app/lunaria/planted"));
    Path test = Files.createDirectories(folder.resolve("m/src/test/java/app/lunaria/planted"));
    for (int i = 0; i <= MOST; i++) {
      Files.writeString(main.resolve("C" + i + ".java"), "class C {}\n".repeat(LONGEST));
    }
    Files.writeString(main.resolve("package-info.java"), "package app.lunaria.planted;\n");
    Files.writeString(test.resolve("LongTest.java"), "\n".repeat(LONGEST + 1));

    assertThat(longer(new Checkout(folder))).containsExactly("LongTest.java: 301 lines");
    assertThat(larger(new Checkout(folder))).containsExactly(Map.entry("app.lunaria.planted", 13));
  }

  private static List<String> longer(Checkout checkout) {
    return checkout.files(".java").stream()
        .filter(file -> lines(file) > LONGEST)
        .map(file -> file.getFileName() + ": " + lines(file) + " lines")
        .toList();
  }

  private static Map<String, Integer> larger(Checkout checkout) {
    Map<String, Integer> files =
        checkout.files(".java").stream()
            .map(Path::toString)
            .filter(file -> file.contains("/src/main/java/") && !file.endsWith("-info.java"))
            .collect(
                Collectors.toMap(file -> packageOf(file), file -> 1, Integer::sum, TreeMap::new));
    files.values().removeIf(count -> count <= MOST);
    return files;
  }

  private static String packageOf(String file) {
    String below = file.substring(file.indexOf("/src/main/java/") + "/src/main/java/".length());
    return below.substring(0, below.lastIndexOf('/')).replace('/', '.');
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
