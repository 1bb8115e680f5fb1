package app.lunaria.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The {@code type} of a problem is the address of a page in {@code docs/problems}. */
class ProblemPagesTest {
  @Test
  void everyProblemHasItsPageAndEveryPageItsProblem() throws IOException {
    List<String> slugs = Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();

    try (Stream<Path> pages = Files.list(folder())) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString().replaceAll("\\.md$", ""))
                  .filter(name -> !name.equals("README")))
          .containsExactlyInAnyOrderElementsOf(slugs);
    }
  }

  @Test
  void theIndexListsEachOnceByItsStatus() throws IOException {
    List<String> expected =
        Arrays.stream(ProblemType.values())
            .map(
                type ->
                    "| %d | [%s](%s.md) | %s |"
                        .formatted(type.status(), type.slug(), type.slug(), type.title()))
            .toList();

    assertThat(Files.readAllLines(folder().resolve("README.md")))
        .filteredOn(line -> line.contains(".md) |"))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource
  void aPageSaysTheStatusWhatItMeansAndWhatToDo(ProblemType type) throws IOException {
    String page = Files.readString(folder().resolve(type.slug() + ".md"));

    assertThat(page)
        .startsWith("# " + type.title() + "\n")
        .contains("Status " + type.status() + ", `" + type.slug() + "`")
        .contains("## What it means\n", "## What the app should do\n")
        .contains("## What the person should see\n");
  }

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("docs/problems"))) {
      here = here.getParent();
    }
    return here.resolve("docs/problems");
  }
}
