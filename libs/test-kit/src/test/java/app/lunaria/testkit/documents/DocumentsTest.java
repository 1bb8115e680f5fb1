package app.lunaria.testkit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say is where they say it. */
class DocumentsTest {
  private static final Checkout HERE = Checkout.ofThisTest();

  /** A class name of at least two words, or a member of one. */
  private static final Pattern CLASS =
      Pattern.compile("((?:[A-Z][a-z0-9]+){2,})(?:\\.[A-Za-z_]+)?(?:\\(\\))?");

  /** Classes of the JDK and of AWS, and a header field. */
  private static final Set<String> NAMES_OF_OTHERS =
      Set.of(
          "CompletionStage", "LocalDate", "RateLimit", "SecureRandom", "UnknownOperationException");

  /** The kinds of blocks that show something; indented ones have none. */
  private static final Set<String> SHOWN = Set.of("", "text", "json", "http", "mermaid", "vector");

  private static final Pattern COMMAND =
      Pattern.compile("(?m)^ *([$#] |\\./|curl |git |java |export |npm |psql )");

  @TempDir Path folder;

  @Test
  void everyLinkLeadsToWhatItSays() {
    assertThat(HERE.documents()).hasSizeGreaterThan(50);
    assertThat(new Links(HERE).broken()).isEmpty();
  }

  @Test
  void everyClassThatIsNamedExists() {
    Set<String> classes =
        HERE.files(".java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    classes.addAll(NAMES_OF_OTHERS);

    List<String> unknown =
        HERE.documents().stream()
            .flatMap(document -> document.names().stream())
            .filter(name -> isClass(name.text()) && !classes.contains(className(name.text())))
            .map(name -> name.place() + ": " + name.text())
            .toList();

    assertThat(unknown).isEmpty();
  }

  @Test
  void whatIsToBeTypedIsMarkedAsThat() {
    List<String> unmarked =
        HERE.documents().stream()
            .flatMap(document -> document.blocks().stream())
            .filter(block -> !isMarked(block))
            .map(block -> block.place() + ": " + block.kind())
            .toList();

    assertThat(unmarked).isEmpty();
  }

  @Test
  void theGlossaryTellsEachWordOnce() throws IOException {
    assertThat(doubled(Files.readString(HERE.root().resolve("docs/glossary.md")))).isEmpty();
    assertThat(doubled("| word | is |\n| seal | a |\n| open | b |\n| seal | c |\n"))
        .containsExactly("seal");
  }

  /** The first cells of tables that stand more than once, the headings aside. */
  private static Set<String> doubled(String glossary) {
    Set<String> seen = new TreeSet<>();
    return Pattern.compile("(?m)^\\| ([^|]+?) \\|")
        .matcher(glossary)
        .results()
        .map(row -> row.group(1))
        .filter(word -> !word.equals("word") && !seen.add(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theFrontPageIsOneScreen() throws IOException {
    List<String> lines = Files.readAllLines(HERE.root().resolve("README.md"));

    assertThat(lines).hasSizeLessThanOrEqualTo(45);
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
  }

  /** The planted faults. */
  @Test
  void aLinkThatLeadsNowhereIsFound() throws IOException {
    Files.createDirectories(folder.resolve("docs"));
    Files.writeString(folder.resolve("Clock.java"), "class Clock {\n  long now() {}\n}\n");
    Files.writeString(folder.resolve("other.md"), "# Another page, with a heading\n");
    Files.writeString(
        folder.resolve("docs/page.md"),
        """
        # A page
        [right](../other.md), [right](../other.md#another-page-with-a-heading), [right](#a-page)
        [`Clock.now`](../Clock.java), [elsewhere](https://example.org/nowhere)
        [a](gone.md)
        [b](../other.md#no-such-heading)
        | [c](../../outside.md) |
        [`Calendar`](../Clock.java)
        [`Clock.later`](../Clock.java)
        """);

    assertThat(new Links(new Checkout(folder)).broken())
        .containsExactly(
            "docs/page.md:4: there is no gone.md",
            "docs/page.md:5: no heading makes ../other.md#no-such-heading",
            "docs/page.md:6: there is no ../../outside.md",
            "docs/page.md:7: Calendar is not what Clock.java holds",
            "docs/page.md:8: there is no Clock.later");
  }

  @Test
  void aCommandInABlockOfAnotherKindIsFound() {
    assertThat(isMarked(new Document.Block("sh", "./lunaria up", ""))).isTrue();
    assertThat(isMarked(new Document.Block("text", "what ./lunaria up prints", ""))).isTrue();
    assertThat(isMarked(new Document.Block("text", "so:\n  $ curl https://", ""))).isFalse();
    assertThat(isMarked(new Document.Block("", "./lunaria up", ""))).isFalse();
    assertThat(isMarked(new Document.Block("bash", "ls", ""))).isFalse();
  }

  @Test
  void aClassNameIsToldFromOtherWords() {
    assertThat(List.of("DayEntry", "DayEntry.LATEST", "Edge3Rules.of()")).allMatch(this::isClass);
    assertThat(List.of("Date", "Retry-After", "JAVA_HOME", "/v1/Day", "mvn"))
        .noneMatch(this::isClass);
  }

  /** Only what is marked as sh is run; other kinds are those that show something. */
  private static boolean isMarked(Document.Block block) {
    return block.kind().equals("sh")
        || (SHOWN.contains(block.kind().split(" ")[0]) && !COMMAND.matcher(block.content()).find());
  }

  private boolean isClass(String text) {
    return CLASS.matcher(text).matches();
  }

  private static String className(String text) {
    return text.replaceAll("[.(].*", "");
  }
}
